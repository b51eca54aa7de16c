/** Cases as an auditor writes them, in YAML or CSV: every mistake told with its line. */
@NullMarked
package vn.doichieu.casefile;

import org.jspecify.annotations.NullMarked;
