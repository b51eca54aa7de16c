/** Entry forms: workbooks that clerks fill in, each unit asked for what the plan asks of it. */
@NullMarked
package vn.doichieu.form;

import org.jspecify.annotations.NullMarked;
