/**
 * Documents as files of Word, in the layout of Decree 30/2020/NĐ-CP, written in one pass so that a
 * long annex needs no memory.
 */
@NullMarked
package vn.doichieu.docx;

import org.jspecify.annotations.NullMarked;
