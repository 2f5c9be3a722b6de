"""Holds Vermeer's logits and gradients to PyTorch's, network by network, as PyTorch exports them.

    pip install torch torchvision timm onnx "numpy<2"
    python networks.py ../.. [NAME...]        # the project's folder; all networks unless some are named

Weights are random (no network to download them is needed); batch normalisation gets the statistics of noise, so that
nothing vanishes. The judge is PyTorch in double precision. A ReLU whose input is a rounding error away from zero may
fall to either side, in PyTorch as in Vermeer, so single precision has an error of its own, which is printed beside
Vermeer's.
"""

import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import numpy as np
import timm
import torch
import torchvision

TORCHVISION = """alexnet vgg11 vgg11_bn resnet18 squeezenet1_1 densenet121 googlenet inception_v3 mnasnet0_5
    shufflenet_v2_x0_5 mobilenet_v2 mobilenet_v3_small efficientnet_b0 regnet_y_400mf convnext_tiny vit_b_16 swin_t
    swin_v2_t maxvit_t""".split()
TIMM = """beit_base_patch16_224 cait_xxs24_224 coatnet_nano_rw_224 convmixer_768_32 crossvit_tiny_240
    deit_tiny_patch16_224 dla34 dpn68 edgenext_xx_small efficientformer_l1 fastvit_t8 ghostnet_100 gmlp_s16_224
    hrnet_w18_small inception_v4 lcnet_050 levit_128s mixer_s16_224 mobilenetv4_conv_small mobilevit_xs nf_resnet50
    poolformer_s12 pvt_v2_b0 repvgg_a0 res2net50_26w_4s resmlp_12_224 resnest14d rexnet_100 selecsls42b skresnet18
    tinynet_e twins_svt_small visformer_tiny xcit_nano_12_p16_224""".split()
FREE_SIZE = {"resnet18", "mobilenet_v2", "densenet121", "efficientnet_b0", "convnext_tiny", "swin_t"}


class ContiguousGradient(torch.nn.Module):
    """PyTorch 2.4.1 gives a wrong gradient on the CPU where a transposed one meets batch normalisation."""

    def __init__(self, inner):
        super().__init__()
        self.inner = inner

    def forward(self, x):
        y = self.inner(x)
        if isinstance(y, torch.Tensor) and y.requires_grad:
            y.register_hook(lambda gradient: gradient.contiguous())
        return y


def network(name):
    torch.manual_seed(1)
    if name in TORCHVISION:
        extra = {"aux_logits": False, "init_weights": True} if name in ("googlenet", "inception_v3") else {}
        model, side = getattr(torchvision.models, name)(weights=None, **extra), 299 if name == "inception_v3" else 224
    else:
        model = timm.create_model(name, pretrained=False)
        side = model.default_cfg["input_size"][-1]
    for module in model.modules():
        if isinstance(module, torch.nn.Linear) and module.out_features == 1000:
            torch.nn.init.normal_(module.weight, std=0.05)  # some heads start at zero
        if isinstance(module, torch.nn.modules.batchnorm._BatchNorm):
            module.momentum = 1.0
    model.train()
    with torch.no_grad():
        model(torch.randn(2, 3, side, side))
    return model.eval(), side


def answer(model, x, target=None):
    x = x.clone().requires_grad_(True)
    logits = model(x)
    target = int(logits[0].argmax()) if target is None else target
    (gradient,) = torch.autograd.grad(logits[0, target], x)
    return logits.detach().double().numpy(), gradient.double().numpy(), target


def contiguous(model):
    for name, child in list(model.named_children()):
        contiguous(child)
        if isinstance(child, torch.nn.BatchNorm2d):
            setattr(model, name, ContiguousGradient(child))
    return model


def vermeer(project, *arguments):
    done = subprocess.run([str(Path(project).resolve() / "vermeer"), *arguments], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr.strip() or done.stdout.strip())


def error(value, judge):
    return np.abs(value - judge).max() / np.abs(judge).max()


def compare(project, name):
    model, side = network(name)
    x = torch.randn(1, 3, side, side)
    with tempfile.TemporaryDirectory() as folder:
        file, tensor, out = f"{folder}/model.onnx", f"{folder}/x.npy", f"{folder}/out"
        free = {0: "batch", 2: "height", 3: "width"} if name in FREE_SIZE else {0: "batch"}
        torch.onnx.export(model, x, file, input_names=["x"], output_names=["y"], opset_version=17,
                          dynamic_axes={"x": free, "y": {0: "batch"}})
        np.save(tensor, x.numpy())
        model = contiguous(model)
        logits, gradient, target = answer(model, x)
        vermeer(project, "predict", "--model", file, "--tensor", tensor, "--out", out)
        vermeer(project, "explain", "--model", file, "--tensor", tensor, "--out", out,
                "--method", "gradient", "--target", str(target))
        ours = np.load(f"{out}/logits.npy").reshape(logits.shape)
        map_ = np.load(next(Path(out).glob("*.channels.npy"))).reshape(gradient.shape)
    judge, slope, _ = answer(model.double(), x.double(), target)
    print(f"{name:26} {error(logits, judge):8.0e} {error(ours, judge):8.0e}"
          f" {error(gradient, slope):10.0e} {error(map_, slope):8.0e}", flush=True)


def main():
    warnings.filterwarnings("ignore")
    project, names = sys.argv[1], sys.argv[2:] or TORCHVISION + TIMM
    print(f"torch {torch.__version__}, timm {timm.__version__}; largest error / largest value")
    print(f"{'':26} {'logits':>17} {'gradient':>19}\n{'':26} {'PyTorch':>8} {'Vermeer':>8} {'PyTorch':>10} {'Vermeer':>8}")
    for name in names:
        try:
            compare(project, name)
        except Exception as refused:  # one network that cannot be exported does not end the table
            print(f"{name:26} {refused}".replace("\n", " ")[:200], flush=True)


if __name__ == "__main__":
    main()
