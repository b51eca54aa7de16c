/** Results by programs: areas, findings, explanations, and the check of files that are not kept. */
@NullMarked
package vn.doichieu.web.api;

import org.jspecify.annotations.NullMarked;
