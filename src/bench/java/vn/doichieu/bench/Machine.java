package vn.doichieu.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the table was measured on. */
final class Machine {

  private Machine() {}

  static String text() throws IOException {
    return String.join(
        "\n",
        "Machine: " + processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores",
        "Load average of the last minute: " + load(),
        "Java: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        "Heap: at most " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB",
        "JMH 1.37, one JVM for each row, one thread unless two are said; Node.js as whole processes less loading",
        "");
  }

  static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return String.format(Locale.ROOT, "%.1f", load);
  }

  private static String processor() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.exists(info)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(info).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 2))
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }
}
