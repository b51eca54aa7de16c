package vn.doichieu.web.restore;

import java.util.List;

/** A backup that is not whole, or does not go where it is to go. Its text is {@code cli.KEY}. */
final class UnfitBackup extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  UnfitBackup(String key, Object... arguments) {
    super(key + List.of(arguments));
    this.key = "cli." + key;
    this.arguments = List.of(arguments);
  }

  String key() {
    return key;
  }

  Object[] arguments() {
    return arguments.toArray();
  }
}
