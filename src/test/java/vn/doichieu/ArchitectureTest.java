package vn.doichieu;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.chrono.ChronoLocalDate;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.tabular.UnreadableInput;

/** The arrows between packages (design, "The flow"): each step knows the steps before it only. */
@AnalyzeClasses(
    packages = "vn.doichieu",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NotTheWeb.class})
class ArchitectureTest {

  /** The web application has arrows of its own: {@link WebArchitectureTest}. */
  static final class NotTheWeb implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/vn/doichieu/web/");
    }
  }

  private static final String[] DROOLS = {"org.drools..", "org.kie.."};
  private static final String CSV = "de.siegmar.fastcsv..";
  private static final String CSV_READER = "de.siegmar.fastcsv.reader..";
  private static final String CSV_WRITER = "de.siegmar.fastcsv.writer..";
  private static final String YAML = "org.snakeyaml..";
  private static final String JSON = "tools.jackson..";
  private static final String[] SPREADSHEETS = {
    "org.apache.poi..", "org.apache.commons.compress.archivers.zip.."
  };
  private static final String XML = "javax.xml.stream..";
  private static final String[] PDF = {
    "org.apache.fop..", "org.apache.xmlgraphics..", "org.xml.sax.."
  };
  private static final String COMMAND_LINE = "org.apache.commons.cli..";
  private static final String[] TERMINAL = {
    "vn.doichieu.cli..", "vn.doichieu.command..", "vn.doichieu.auditing..", "vn.doichieu.terminal.."
  };
  private static final Set<String> PACKAGES =
      Set.of(
          "domain",
          "tabular",
          "yaml",
          "workbook",
          "intake",
          "submission",
          "rules",
          "ruletable",
          "rulerow",
          "rulebase",
          "gauge",
          "evaluation",
          "fence",
          "drl",
          "consistency",
          "check",
          "wording",
          "report",
          "verification",
          "coverage",
          "waiver",
          "form",
          "explanation",
          "narration",
          "quotation",
          "doubt",
          "validation",
          "display",
          "revision",
          "edits",
          "impact",
          "spreadsheet",
          "authoring",
          "drafting",
          "terminal",
          "command",
          "auditing",
          "cases",
          "casefile",
          "trial",
          "mutation",
          "document",
          "listing",
          "publication",
          "edition",
          "xlsx",
          "docx",
          "letterhead",
          "history",
          "webpage",
          "masking",
          "pdf",
          "pace",
          "cli");

  @ArchTest static final ArchRule domainKnowsNothing = onlyDependsOn("domain");

  @ArchTest
  static final ArchRule tabularKnowsDomain = onlyDependsOn("tabular", CSV, JSON, "domain");

  @ArchTest
  static final ArchRule yamlKnowsItsLibrary = onlyDependsOn("yaml", "domain", "tabular", YAML);

  @ArchTest
  static final ArchRule workbooksKnowXml = onlyDependsOn("workbook", XML, "domain", "tabular");

  @ArchTest
  static final ArchRule intakeKnowsWorkbooks =
      onlyDependsOn("intake", "domain", "tabular", "workbook");

  @ArchTest
  static final ArchRule submissionKnowsTables =
      onlyDependsOn("submission", "domain", "tabular", "workbook", "intake");

  @ArchTest
  static final ArchRule rulesKnowTables =
      onlyDependsOn("rules", "domain", "tabular", "yaml", "ruletable", "rulerow", YAML);

  @ArchTest
  static final ArchRule ruleTablesAreReadAsTheyAreWritten =
      onlyDependsOn("ruletable", "domain", "tabular", "workbook");

  @ArchTest
  static final ArchRule ruleRowsBecomeTargets =
      onlyDependsOn("rulerow", "domain", "tabular", "ruletable");

  @ArchTest
  static final ArchRule ruleBasesAreBuiltFromPlans =
      onlyDependsOn("rulebase", "domain", "rules", DROOLS[0], DROOLS[1]);

  @ArchTest
  static final ArchRule fenceKnowsDroolsParser =
      onlyDependsOn("fence", "domain", "rules", DROOLS[0], DROOLS[1]);

  @ArchTest
  static final ArchRule drlKnowsDrools =
      onlyDependsOn("drl", "domain", "tabular", "rules", "fence", DROOLS[0], DROOLS[1]);

  @ArchTest
  static final ArchRule consistencyKnowsDrlAndSubmissions =
      onlyDependsOn("consistency", "domain", "submission", "rules", "gauge", "fence", "drl");

  @ArchTest
  static final ArchRule gaugesKnowRulesAndSubmissions =
      onlyDependsOn("gauge", "domain", "submission", "rules");

  @ArchTest
  static final ArchRule evaluationKnowsGauges =
      onlyDependsOn("evaluation", "domain", "submission", "rules", "rulebase", "gauge");

  @ArchTest
  static final ArchRule checkJoinsThem =
      onlyDependsOn(
          "check",
          "domain",
          "tabular",
          "submission",
          "rules",
          "rulebase",
          "gauge",
          "evaluation",
          "consistency",
          "explanation",
          "waiver");

  /** What is hidden is decided by what was found, not by how it is written. */
  @ArchTest static final ArchRule maskingKnowsFindingsOnly = onlyDependsOn("masking", "domain");

  /** An explanation works findings out by itself: no rule, gauge or evaluator helps it. */
  @ArchTest
  static final ArchRule explanationKnowsFiguresOnly =
      onlyDependsOn("explanation", "domain", "submission");

  @ArchTest
  static final ArchRule narrationKnowsExplanationsAndWording =
      onlyDependsOn("narration", "domain", "explanation", "wording", "report", JSON);

  @ArchTest static final ArchRule wordingKnowsDomainOnly = onlyDependsOn("wording", "domain");

  @ArchTest
  static final ArchRule reportKnowsDomainAndWording =
      onlyDependsOn("report", "domain", "wording", JSON);

  @ArchTest
  static final ArchRule paceIsToldFromFindings = onlyDependsOn("pace", "domain", "wording");

  @ArchTest static final ArchRule listingKnowsFindings = onlyDependsOn("listing", "domain");

  @ArchTest
  static final ArchRule publicationPutsTheListIntoWords =
      onlyDependsOn(
          "publication",
          "domain",
          "listing",
          "history",
          "masking",
          "document",
          "report",
          "wording");

  @ArchTest
  static final ArchRule editionsLayTheListOutInFiles =
      onlyDependsOn(
          "edition",
          "domain",
          "listing",
          "history",
          "masking",
          "letterhead",
          "publication",
          "document",
          "docx",
          "pdf",
          "webpage",
          "xlsx",
          "report",
          "wording");

  @ArchTest
  static final ArchRule documentsKnowResultsAndPlainText =
      onlyDependsOn("document", "domain", "wording");

  @ArchTest
  static final ArchRule wordFilesAreLaidOutFromDocuments =
      onlyDependsOn("docx", "document", "spreadsheet", XML);

  static final ArchRule letterheadsAreReadAndLaidOut =
      onlyDependsOn("letterhead", "domain", "tabular", "yaml", "document", "wording", YAML);

  @ArchTest
  static final ArchRule historyReadsResults = onlyDependsOn("history", "domain", "tabular", JSON);

  static final ArchRule pagesLayOutDocuments = onlyDependsOn("webpage", "document", "wording");
  static final ArchRule pdfKnowsDocumentsAndItsLibrary =
      onlyDependsOn("pdf", "document", PDF[0], PDF[1], PDF[2], "javax.xml..");

  @ArchTest static final ArchRule onlyPdfSeesItsLibrary = only(List.of("pdf"), PDF);

  @ArchTest
  static final ArchRule coverageKnowsPlansAndWording =
      onlyDependsOn("coverage", "domain", "wording", "report", JSON, CSV_WRITER);

  @ArchTest
  static final ArchRule verificationReadsReports =
      onlyDependsOn("verification", "domain", "tabular", "wording", "report", JSON);

  @ArchTest
  static final ArchRule waiversAreToldFromFindings =
      onlyDependsOn("waiver", "domain", "wording", "report", JSON);

  @ArchTest static final ArchRule revisionKnowsWordsOnly = onlyDependsOn("revision", "wording");

  @ArchTest
  static final ArchRule editsAreToldFromRuleFiles =
      onlyDependsOn(
          "edits",
          "domain",
          "tabular",
          "rules",
          "ruletable",
          "drl",
          "revision",
          "wording",
          "report",
          JSON);

  @ArchTest
  static final ArchRule impactIsToldFromEditsAndFindings =
      onlyDependsOn("impact", "domain", "edits", "revision", "webpage", "wording", "report", JSON);

  @ArchTest
  static final ArchRule formKnowsRulesUnitsAndWording =
      onlyDependsOn(
          "form",
          "domain",
          "tabular",
          "submission",
          "rules",
          "spreadsheet",
          "wording",
          SPREADSHEETS[0],
          SPREADSHEETS[1]);

  @ArchTest static final ArchRule quotationReadsSentences = onlyDependsOn("quotation");

  @ArchTest
  static final ArchRule doubtsAreAboutRules =
      onlyDependsOn("doubt", "domain", "tabular", "rules", "ruletable", "quotation");

  @ArchTest
  static final ArchRule validationJoinsErrorsAndDoubts =
      onlyDependsOn(
          "validation",
          "domain",
          "tabular",
          "rules",
          "doubt",
          "consistency",
          "check",
          "wording",
          "report",
          JSON);

  @ArchTest
  static final ArchRule displayKnowsRowsAndWording =
      onlyDependsOn("display", "domain", "rules", "ruletable", "rulebase", "wording", "report");

  @ArchTest
  static final ArchRule spreadsheetsKnowPlainText =
      onlyDependsOn("spreadsheet", "wording", SPREADSHEETS[0], SPREADSHEETS[1]);

  @ArchTest
  static final ArchRule workbooksOfDocumentsKnowTheirWords =
      onlyDependsOn("xlsx", "document", "spreadsheet", "wording", SPREADSHEETS[0]);

  @ArchTest
  static final ArchRule authoringKnowsRulesAndWorkbooks =
      onlyDependsOn(
          "authoring",
          "domain",
          "tabular",
          "workbook",
          "rules",
          "ruletable",
          "spreadsheet",
          "wording",
          SPREADSHEETS[0]);

  @ArchTest
  static final ArchRule draftingKnowsRulesAsTheyAreWritten =
      onlyDependsOn(
          "drafting", "domain", "tabular", "rules", "ruletable", "authoring", "report", "wording");

  @ArchTest
  static final ArchRule terminalKnowsWordsAndArguments =
      onlyDependsOn("terminal", "wording", "tabular", COMMAND_LINE);

  @ArchTest
  static final ArchRule commandLineKnowsTheTopAndWhatCanStopIt =
      classes()
          .that()
          .resideInAPackage(ours("cli"))
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      allowed(
                          "cli",
                          "display",
                          "rules",
                          "command",
                          "auditing",
                          "terminal",
                          "check",
                          "domain",
                          "report",
                          "form",
                          "explanation",
                          "narration",
                          "verification",
                          "coverage",
                          "waiver",
                          "listing",
                          "history",
                          "masking",
                          "letterhead",
                          "publication",
                          "document",
                          "docx",
                          "pdf",
                          "webpage",
                          "xlsx",
                          "edition",
                          "wording",
                          "vn.doichieu.web.serving..",
                          "vn.doichieu.web.backup..",
                          "vn.doichieu.web.restore.."))
                  .or(belongToAnyOf(InvalidRules.class, UnreadableInput.class)));

  @ArchTest
  static final ArchRule nothingKnowsTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackages(TERMINAL)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("vn.doichieu.cli..", "vn.doichieu.terminal..", COMMAND_LINE);

  @ArchTest
  static final ArchRule onlyRuleBasesAndDrlSeeDrools =
      only(List.of("rulebase", "fence", "drl"), DROOLS);

  @ArchTest static final ArchRule onlyTabularReadsCsv = only(List.of("tabular"), CSV_READER);

  @ArchTest
  static final ArchRule onlyFormsWriteSpreadsheets =
      only(List.of("form", "authoring", "spreadsheet", "xlsx"), SPREADSHEETS);

  @ArchTest
  static final ArchRule casesGoTheWayOfACheck =
      onlyDependsOn(
          "cases", "domain", "tabular", "submission", "rules", "rulebase", "gauge", "evaluation");

  @ArchTest
  static final ArchRule caseFilesBecomeCases =
      onlyDependsOn("casefile", "domain", "tabular", "cases", YAML);

  @ArchTest
  static final ArchRule trialsRunCases =
      onlyDependsOn("trial", "domain", "gauge", "cases", "wording", "report", JSON);

  @ArchTest
  static final ArchRule mutationsChangeRowsAndRunCases =
      onlyDependsOn(
          "mutation",
          "domain",
          "tabular",
          "rules",
          "ruletable",
          "gauge",
          "cases",
          "casefile",
          "wording",
          "report",
          JSON);

  @ArchTest
  static final ArchRule onlyRulesAndCasesReadYaml =
      only(List.of("yaml", "rules", "casefile", "letterhead"), YAML);

  @ArchTest
  static final ArchRule onlyCoverageWritesCsvByItsLibrary = only(List.of("coverage"), CSV_WRITER);

  @ArchTest
  static final ArchRule onlyTablesAndReportsKnowJson =
      only(
          List.of(
              "tabular",
              "report",
              "narration",
              "verification",
              "history",
              "coverage",
              "waiver",
              "edits",
              "impact",
              "validation",
              "trial",
              "mutation"),
          JSON);

  @ArchTest
  static final ArchRule onlyWorkbooksAndWordFilesAreXml = only(List.of("workbook", "docx"), XML);

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("vn.doichieu.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesAreFlat =
      classes().should().resideInAnyPackage("vn.doichieu", "vn.doichieu.*");

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses()
          .should()
          .haveSimpleNameContaining("Util")
          .orShould()
          .haveSimpleNameContaining("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameContaining("Manager");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackages(TERMINAL)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..");

  @ArchTest
  static final ArchRule onlyTheCommandLineReadsTheClock =
      noClasses()
          .that()
          .resideOutsideOfPackages(TERMINAL)
          .should()
          .accessTargetWhere(readsTheClock());

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses imported) {
    List<JavaPackage> packages = imported.stream().map(JavaClass::getPackage).distinct().toList();

    assertThat(packages)
        .as("packages, each with its arrows above")
        .extracting(JavaPackage::getRelativeName)
        .containsExactlyInAnyOrderElementsOf(PACKAGES);
    assertThat(packages)
        .allSatisfy(
            javaPackage ->
                assertThat(javaPackage.tryGetPackageInfo())
                    .as("package-info.java of %s", javaPackage.getName())
                    .hasValueSatisfying(
                        info -> assertThat(info.isAnnotatedWith(NullMarked.class)).isTrue()));
  }

  /** A package of ours, the JDK, jspecify and what else is named; ours by its last name alone. */
  private static ArchRule onlyDependsOn(String name, String... others) {
    return classes()
        .that()
        .resideInAPackage(ours(name))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed(name, others));
  }

  private static String[] allowed(String name, String... others) {
    return Stream.concat(
            Stream.of("java..", "org.jspecify..", ours(name)),
            Stream.of(others).map(other -> PACKAGES.contains(other) ? ours(other) : other))
        .toArray(String[]::new);
  }

  /** Libraries that these packages of ours see and no others. */
  private static ArchRule only(List<String> names, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(names.stream().map(n -> ours(n)).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  private static String ours(String name) {
    return "vn.doichieu." + name + "..";
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
    return describe(
        "the clock is read",
        access -> {
          AccessTarget target = access.getTarget();
          JavaClass owner = target.getOwner();
          boolean time =
              owner.isAssignableTo(Temporal.class) || owner.isAssignableTo(ChronoLocalDate.class);
          return (time && target.getName().equals("now"))
              || (owner.isEquivalentTo(System.class)
                  && List.of("currentTimeMillis", "nanoTime").contains(target.getName()))
              || owner.isAssignableTo(Clock.class)
              || (owner.isEquivalentTo(Calendar.class) && target.getName().equals("getInstance"))
              || (owner.isEquivalentTo(Date.class) && target.getName().equals("<init>"));
        });
  }
}
