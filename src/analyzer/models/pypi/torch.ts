/** PyTorch: weights from files and hubs. Only what reads a model loads; building layers does not. */
import { defineModel } from "../schema.ts";

const load = { call: { loads: "model", returns: "Model" } } as const;

export const torch = defineModel({
  name: "torch",
  language: "python",
  packages: ["torch", "torch.hub", "torch.jit", "torch.package", "safetensors.torch", "safetensors", "open_clip", "clip", "timm"],
  versions: "torch 1–2; safetensors 0.3–0.6; open-clip-torch 2–3; timm 0.6–1",
  docs: "https://docs.pytorch.org/docs/stable/generated/torch.load.html",
  exports: {
    load, load_file: load, load_model: load, "hub.load": load, "hub.load_state_dict_from_url": load, "jit.load": load, load_state_dict_from_url: load,
    create_model_and_transforms: load, create_model_from_pretrained: load,
  },
  types: { Model: { call: {}, others: { call: {} } } },
});
