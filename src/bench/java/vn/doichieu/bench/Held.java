package vn.doichieu.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/**
 * What this JVM holds after a collection.
 *
 * @param heap bytes in use
 * @param metaspace bytes in use
 * @param classes how many are loaded
 */
record Held(long heap, long metaspace, int classes) {

  static Held now() {
    long heap = LiveHeap.used();
    long metaspace =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals("Metaspace"))
            .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
            .sum();
    return new Held(
        heap, metaspace, ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
  }
}
