package vn.doichieu.web.matter;

import java.util.List;
import org.springframework.jdbc.core.RowMapper;

/**
 * Where matters of a kind are kept. The table has area_id, plan_id, unit and state.
 *
 * @param order which come first; may name the day it is as {@code :today}
 * @param states the words of the states there are
 */
public record Kept<T>(String table, String order, List<String> states, RowMapper<T> row) {

  public Kept {
    states = List.copyOf(states);
  }
}
