package vn.doichieu.fence;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.WrittenRule;
import vn.doichieu.rules.InvalidRules;

/**
 * The first fence: an allow-list over the parsed description of all files. A file holds a package
 * line, imports of facts and rules; each rule passes its own fence, and what passes is written anew
 * into one text.
 */
public final class FileFence {

  /** The package of all rules. */
  public static final String PACKAGE = "vn.doichieu.checks";

  /** Characters of all files of a folder; the shared checks have 3,500. */
  public static final int MOST_CHARACTERS = 65_536;

  /** Rules of a folder; each takes the compiler 20 ms. */
  private static final int MOST_RULES = 200;

  private static final Pattern LINE = Pattern.compile("[Ll]ine ([0-9]{1,9})");

  private final Vocabulary vocabulary;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final List<WrittenRule> rules = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private FileFence(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Checks files.
   *
   * @return the rules of all files as one text, written anew, and each as it was written
   * @throws InvalidRules naming everything that is not allowed
   */
  public static Fenced check(Vocabulary vocabulary, List<DrlFile> files) {
    FileFence fence = new FileFence(vocabulary);
    fence.text.append("package ").append(PACKAGE).append('\n');
    vocabulary
        .facts()
        .values()
        .forEach(fact -> fence.text.append("import ").append(fact.getName()).append('\n'));
    Accumulated.BY_NAME.forEach(
        (name, function) ->
            fence
                .text
                .append("import accumulate ")
                .append(function.getName())
                .append(" whole_")
                .append(name)
                .append('\n'));
    files.forEach(fence::check);
    if (fence.rules.size() > MOST_RULES) {
      fence.problems.add(
          new Problem(
              Problem.Kind.DRL_TOO_MANY_RULES,
              SourceLocation.of(files.get(0).name()),
              Integer.toString(fence.rules.size()),
              Integer.toString(MOST_RULES)));
    }
    if (fence.rules.isEmpty() && fence.problems.isEmpty()) {
      String names = files.stream().map(DrlFile::name).collect(Collectors.joining(", "));
      fence.problems.add(
          new Problem(Problem.Kind.DRL_NO_RULES, SourceLocation.of(files.get(0).name()), names));
    }
    if (!fence.problems.isEmpty()) {
      throw new InvalidRules(fence.problems);
    }
    return new Fenced(fence.text.toString(), fence.rules);
  }

  private void check(DrlFile written) {
    DrlFile file =
        new DrlFile(written.name(), Normalizer.normalize(written.text(), Normalizer.Form.NFC));
    DrlProblems ofFile = new DrlProblems(file);
    TextFence.check(file, ofFile);
    PackageDescr parsed = ofFile.all().isEmpty() ? parse(file, ofFile) : null;
    if (parsed != null) {
      elements(parsed, ofFile);
      for (RuleDescr rule : parsed.getRules()) {
        String first = names.putIfAbsent(vocabulary.identity(rule.getName()), file.name());
        if (first != null) {
          ofFile.add(Problem.Kind.DRL_RULE_NAME, rule.getLine(), rule.getName(), "≠ " + first);
        }
        RuleFence fenced = new RuleFence(vocabulary, rule, ofFile);
        text.append(fenced.check());
        rules.add(fenced.written(file));
      }
    }
    problems.addAll(ofFile.all());
  }

  private static @Nullable PackageDescr parse(DrlFile file, DrlProblems problems) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr parsed = null;
    try {
      parsed = parser.parse(false, file.text());
      for (DroolsError error : parser.getErrors()) {
        Matcher matcher = LINE.matcher(error.getMessage());
        int line = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        problems.add(Problem.Kind.DRL_SYNTAX, line, file.line(line));
      }
    } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
      problems.add(Problem.Kind.DRL_SYNTAX, 0, file.name());
    }
    boolean silent = parsed == null && problems.all().isEmpty();
    if (silent) {
      problems.add(Problem.Kind.DRL_SYNTAX, 0, file.name());
    }
    return problems.all().isEmpty() ? parsed : null;
  }

  private void elements(PackageDescr parsed, DrlProblems problems) {
    if (!parsed.getName().isEmpty() && !parsed.getName().equals(PACKAGE)) {
      problems.add(Problem.Kind.DRL_ELEMENT, 1, "package " + parsed.getName(), PACKAGE);
    }
    refuse(parsed.getAttributes(), problems);
    refuse(parsed.getGlobals(), problems);
    refuse(parsed.getFunctions(), problems);
    refuse(parsed.getFunctionImports(), problems);
    refuse(parsed.getAccumulateImports(), problems);
    refuse(parsed.getTypeDeclarations(), problems);
    refuse(parsed.getEnumDeclarations(), problems);
    refuse(parsed.getEntryPointDeclarations(), problems);
    refuse(parsed.getWindowDeclarations(), problems);
    if (parsed.getUnit() != null) {
      refuse(List.of(parsed.getUnit()), problems);
    }
    List<String> known = vocabulary.facts().values().stream().map(Class::getName).toList();
    for (ImportDescr descr : parsed.getImports()) {
      if (!known.contains(descr.getTarget())) {
        problems.add(
            Problem.Kind.DRL_IMPORT,
            descr.getLine(),
            descr.getTarget(),
            known.stream().collect(Collectors.joining(", ")));
      }
    }
  }

  private static void refuse(Collection<? extends BaseDescr> elements, DrlProblems problems) {
    for (BaseDescr element : elements) {
      String read = problems.textOf(element.getLine());
      problems.add(Problem.Kind.DRL_ELEMENT, element.getLine(), read, PACKAGE);
    }
  }
}
