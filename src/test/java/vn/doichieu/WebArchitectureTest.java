package vn.doichieu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** The arrows around and within the web application. */
@AnalyzeClasses(packages = "vn.doichieu", importOptions = ImportOption.DoNotIncludeTests.class)
class WebArchitectureTest {

  private static final String WEB = "vn.doichieu.web..";

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsTheWeb =
      noClasses()
          .that()
          .resideOutsideOfPackages(WEB, "vn.doichieu.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(WEB);

  @ArchTest
  static final ArchRule nothingElseKnowsItsLibraries =
      noClasses()
          .that()
          .resideOutsideOfPackage(WEB)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "jakarta..", "org.thymeleaf..", "java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule theWebKnowsNeitherDroolsNorTheFormatsOfFiles =
      noClasses()
          .that()
          .resideInAPackage(WEB)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.drools..", "org.kie..", "org.apache.poi..", "org.snakeyaml..", "de.siegmar..");

  @ArchTest
  static final ArchRule featuresHaveNoCycles =
      slices().matching("vn.doichieu.web.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theStoreAndRequestsKnowNoFeature =
      noClasses()
          .that()
          .resideInAnyPackage("vn.doichieu.web.store..", "vn.doichieu.web.request..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "vn.doichieu.web.account..",
              "vn.doichieu.web.audit..",
              "vn.doichieu.web.page..",
              "vn.doichieu.web.area..",
              "vn.doichieu.web.rulebook..",
              "vn.doichieu.web.filing..",
              "vn.doichieu.web.result..");

  @ArchTest
  static final ArchRule onlyCommandsKnowTheTerminal =
      noClasses()
          .that()
          .resideInAPackage(WEB)
          .and()
          .resideOutsideOfPackages(
              "vn.doichieu.web.serving..", "vn.doichieu.web.backup..", "vn.doichieu.web.restore..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("vn.doichieu.terminal..", "vn.doichieu.cli..");

  @ArchTest
  static final ArchRule packagesAreFlat =
      classes().that().resideInAPackage(WEB).should().resideInAPackage("vn.doichieu.web.*");

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses()
          .that()
          .resideInAPackage(WEB)
          .should()
          .haveSimpleNameContaining("Util")
          .orShould()
          .haveSimpleNameContaining("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameContaining("Manager");

  @ArchTest
  static final ArchRule timeComesFromTheOneClock =
      noClasses()
          .that()
          .resideInAPackage(WEB)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule nothingPrints =
      noClasses()
          .that()
          .resideInAPackage(WEB)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses imported) {
    List<JavaPackage> packages =
        imported.stream()
            .filter(type -> type.getPackageName().startsWith("vn.doichieu.web."))
            .map(JavaClass::getPackage)
            .distinct()
            .toList();

    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(
            javaPackage ->
                assertThat(javaPackage.tryGetPackageInfo())
                    .as("package-info.java of %s", javaPackage.getName())
                    .hasValueSatisfying(
                        info -> assertThat(info.isAnnotatedWith(NullMarked.class)).isTrue()));
  }
}
