/**
 * Two models beside each other: {@link vermeer.comparison.ClassAlignment} says which of their classes are the same by name,
 * {@link vermeer.comparison.AlignedClass} sets two answers side by side, {@link vermeer.comparison.AnswerPair} tells whether
 * they agree.
 */
package vermeer.comparison;
