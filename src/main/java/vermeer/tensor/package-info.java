/** Dense float32 arrays, as they travel between pictures, engine and methods, and their {@code .npy} files. */
package vermeer.tensor;
