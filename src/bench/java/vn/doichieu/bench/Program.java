package vn.doichieu.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the program, and any other main class beside it, is started as a process: with the options of
 * the launcher {@code ./doichieu}, on the Java of this process and with its largest heap.
 */
final class Program {

  static final String CHECK = "vn.doichieu.cli.Main";

  private static final Path LAUNCHER = Path.of("doichieu");
  private static final Pattern OPTIONS = Pattern.compile("^options='([^']*)'", Pattern.MULTILINE);

  /** The libraries of the program alone; Maven writes them there. */
  private static final Path CLASSPATH = Path.of("target/bench/program.classpath");

  private Program() {}

  /** A command that runs a main class. */
  static List<String> command(String main, String... arguments) throws IOException {
    Matcher options = OPTIONS.matcher(Files.readString(LAUNCHER));
    if (!options.find()) {
      throw new IllegalStateException("no options in " + LAUNCHER);
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(options.group(1).strip().split("\\s+")));
    command.add("-Xmx" + heap() + "m");
    command.add("-Ddoichieu.home=" + Path.of("").toAbsolutePath());
    command.add("-cp");
    command.add("target/bench/classes" + File.pathSeparator + Files.readString(CLASSPATH).strip());
    command.add(main);
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /** A check of a folder as of the day that the suite judges. */
  static List<String> check(Path plan, Path data, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("check", plan.toString(), "--data", data.toString(), "--closed"));
    arguments.addAll(List.of("--as-of", HocMon.AS_OF.toString()));
    arguments.addAll(Arrays.asList(more));
    return command(CHECK, arguments.toArray(String[]::new));
  }

  /**
   * The same check through the launcher, with its class-data archive. Where the program or the
   * archive is not there or is older than its sources, the first run makes it.
   */
  static List<String> launched(Path plan, Path data, String... more) throws IOException {
    List<String> command = check(plan, data, more);
    List<String> launched = new ArrayList<>();
    launched.addAll(List.of("env", "JAVA_HOME=" + System.getProperty("java.home")));
    launched.add(LAUNCHER.toAbsolutePath().toString());
    launched.addAll(command.subList(command.indexOf(CHECK) + 1, command.size()));
    return launched;
  }

  /** The largest heap of each process, in MiB. */
  static long heap() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }
}
