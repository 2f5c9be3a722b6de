/**
 * Training of a tail and a head on cached values: steps, optimisers, schedules, checkpoints. Gradients come from a
 * differentiated graph in ONNX Runtime; weights and the optimiser's state lie in Java arrays, so a checkpoint is complete and a
 * resumed run equals the unbroken one to the bit.
 */
package vermeer.train.loop;
