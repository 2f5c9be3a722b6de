/** ROC and precision-recall curves of every class and of their mean: as values, as tables, and drawn. */
package vermeer.evaluation.curve;
