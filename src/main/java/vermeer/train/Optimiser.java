package vermeer.train;

/** How a gradient changes the weights. */
public enum Optimiser {
    /** Adam with decoupled weight decay (Loshchilov and Hutter 2019). */
    ADAMW,
    /** Adam with weight decay as part of the gradient (Kingma and Ba 2015). */
    ADAM,
    /** Stochastic gradient descent with momentum 0.9. */
    SGD
}
