/** The folder in which a model is handed on: the ONNX file, its classes and profile, a model card, and how to run it. */
package vermeer.evaluation.handover;
