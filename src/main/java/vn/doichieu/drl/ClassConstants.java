package vn.doichieu.drl;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;

/**
 * Looks over the constants of a compiled class. Accumulating rules are compiled into lambdas, whose
 * machinery can reach everything once it is called by name; all that a class may do with it is to
 * let Java make its lambdas.
 */
final class ClassConstants {

  private static final String MACHINERY = "java/lang/invoke/";

  /** What is named where Java makes a lambda, or a text of several; the second cannot be loaded. */
  private static final Set<String> MAKERS =
      Set.of("java/lang/invoke/LambdaMetafactory", "java/lang/invoke/StringConcatFactory");

  private static final int MAGIC = 0xCAFEBABE;

  private ClassConstants() {}

  /** Whether a class calls nothing of the machinery behind lambdas. */
  static boolean areHarmless(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC) {
        return false;
      }
      in.readInt(); // The version.
      int count = in.readUnsignedShort();
      String[] texts = new String[count];
      int[] names = new int[count]; // Of classes, the place of their name.
      int[] owners = new int[count]; // Of members, the place of their class.
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts[i] = in.readUTF();
          case 3, 4, 12, 17, 18 -> in.readInt();
          case 5, 6 -> {
            in.readLong();
            i++; // It takes two places.
          }
          case 7 -> names[i] = in.readUnsignedShort();
          case 8, 16, 19, 20 -> in.readUnsignedShort();
          case 9, 10, 11 -> {
            owners[i] = in.readUnsignedShort();
            in.readUnsignedShort();
          }
          case 15 -> {
            in.readUnsignedByte();
            in.readUnsignedShort();
          }
          default -> {
            return false;
          }
        }
      }
      for (int owner : owners) {
        String name = owner == 0 ? "" : String.valueOf(texts[names[owner]]);
        if (name.startsWith(MACHINERY) && !MAKERS.contains(name)) {
          return false;
        }
      }
      return true;
    } catch (IOException | IndexOutOfBoundsException e) {
      return false;
    }
  }
}
