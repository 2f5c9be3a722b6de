"""PyTorch and Captum on what `vermeer bench` measures, for a comparison on the same machine.

    pip install torch torchvision captum
    python captum_times.py mobilenet_v2.onnx         # also writes the network as ONNX, for Vermeer
    vermeer bench methods --model mobilenet_v2.onnx

The weights are random: they change no running time. Each figure is the least of several runs, at the batch size
that is fastest for PyTorch.
"""

import sys
import time

import torch
import torchvision
from captum.attr import (
    DeepLift,
    GuidedBackprop,
    IntegratedGradients,
    KernelShap,
    LayerAttribution,
    LayerGradCam,
    Lime,
    NoiseTunnel,
    Occlusion,
    Saliency,
)

SIDE = 224
CLASS = 281
REGIONS = 7  # the squares that stand for superpixels: 49 regions


def mobilenet():
    torch.manual_seed(0)
    model = torchvision.models.mobilenet_v2(weights=None).eval()
    for module in model.modules():
        if isinstance(module, (torch.nn.ReLU, torch.nn.ReLU6)):
            module.inplace = False  # Captum's hooks refuse in-place activations
    return model


def least(runs, action):
    action()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


def fastest(runs, sizes, action):
    return min(least(runs, lambda: action(size)) for size in sizes)


def main():
    model = mobilenet()
    picture = torch.randn(1, 3, SIDE, SIDE)
    if len(sys.argv) > 1:
        torch.onnx.export(
            model, picture, sys.argv[1], input_names=["input"], output_names=["logits"],
            dynamic_axes={"input": {0: "batch"}, "logits": {0: "batch"}}, opset_version=17,
        )
    cell = SIDE // REGIONS
    rows = torch.arange(SIDE) // cell
    regions = (rows[:, None] * REGIONS + rows[None, :])[None, None]

    def forward():
        with torch.inference_mode():
            model(picture)

    def gradient():
        Saliency(model).attribute(picture.clone().requires_grad_(), target=CLASS, abs=False)

    def grad_cam():
        map_ = LayerGradCam(model, model.features[-1]).attribute(picture, target=CLASS)
        LayerAttribution.interpolate(map_, (SIDE, SIDE), "bilinear")

    bare = least(30, forward)
    print(f"torch {torch.__version__}, {torch.get_num_threads()} threads")
    print(f"{'':24}{'ms':>10}{'x forward':>12}")
    for name, measure in [
        ("forward", lambda: bare),
        ("gradient", lambda: least(15, gradient)),
        ("grad-cam", lambda: least(15, grad_cam)),
        ("guided-backprop", lambda: least(10, lambda: GuidedBackprop(model).attribute(picture, target=CLASS))),
        ("deeplift", lambda: least(5, lambda: DeepLift(model).attribute(picture, target=CLASS))),
        ("integrated-gradients 50", lambda: fastest(2, (1, 5, 10), lambda size: IntegratedGradients(model).attribute(
            picture, target=CLASS, n_steps=50, method="riemann_middle", internal_batch_size=size))),
        ("smoothgrad 50", lambda: fastest(2, (1, 5, 10), lambda size: NoiseTunnel(Saliency(model)).attribute(
            picture, target=CLASS, nt_samples=50, nt_samples_batch_size=size, stdevs=0.15))),
        ("occlusion 32/8", lambda: fastest(1, (1, 4, 16), lambda size: Occlusion(model).attribute(
            picture, target=CLASS, sliding_window_shapes=(3, 32, 32), strides=(3, 8, 8), perturbations_per_eval=size))),
        ("lime 1000", lambda: fastest(1, (1, 4, 16), lambda size: Lime(model).attribute(
            picture, target=CLASS, feature_mask=regions, n_samples=1000, perturbations_per_eval=size))),
        ("kernel-shap 1000", lambda: fastest(1, (1, 4, 16), lambda size: KernelShap(model).attribute(
            picture, target=CLASS, feature_mask=regions, n_samples=1000, perturbations_per_eval=size))),
    ]:
        milliseconds = measure()
        print(f"{name:24}{milliseconds:10.1f}{milliseconds / bare:12.1f}", flush=True)


if __name__ == "__main__":
    main()
