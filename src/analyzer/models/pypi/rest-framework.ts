/** Django REST framework. Views and sets of views answer requests as Django's do; serializers write the rows of their models. */
import { defineModel } from "../schema.ts";

const view = { instance: "View" } as const;
const generic = { instance: "Generic" } as const;
const runsOwn = (...methods: readonly string[]) => ({ call: { runsOwn: { methods } } }) as const;
const serializer = { own: ["serializer_class"], by: "get_serializer_class" } as const;
const made = { ...serializer, made: true } as const;
const row = { own: ["queryset"], by: "get_queryset" } as const;

const handles = { through: "dispatch", with: ["list", "create", "retrieve", "update", "partial_update", "destroy"] } as const;
const gives = { perform_create: [made], perform_update: [serializer], perform_destroy: [row] } as const;
const members = {
  create: runsOwn("perform_create"),
  update: runsOwn("perform_update"),
  partial_update: runsOwn("perform_update"),
  destroy: runsOwn("perform_destroy"),
  post: runsOwn("perform_create"),
  put: runsOwn("perform_update"),
  patch: runsOwn("perform_update"),
  delete: runsOwn("perform_destroy"),
  get_serializer: { call: { returns: made } },
  get_object: { call: { returns: row } },
} as const;

export const restFramework = defineModel({
  name: "rest-framework",
  language: "python",
  packages: ["rest_framework", "rest_framework/*", "rest_framework_extensions/*", "drf_rw_serializers/*"],
  versions: "3",
  docs: "https://www.django-rest-framework.org/api-guide/generic-views/",
  harmless: true,
  exports: {
    APIView: view,
    ViewSet: view,
    ObtainAuthToken: view,
    GenericAPIView: generic,
    CreateAPIView: generic,
    ListAPIView: generic,
    RetrieveAPIView: generic,
    DestroyAPIView: generic,
    UpdateAPIView: generic,
    ListCreateAPIView: generic,
    RetrieveUpdateAPIView: generic,
    RetrieveDestroyAPIView: generic,
    RetrieveUpdateDestroyAPIView: generic,
    GenericViewSet: generic,
    ReadOnlyModelViewSet: generic,
    ModelViewSet: generic,
    CreateModelMixin: { instance: "Mixin" },
    UpdateModelMixin: { instance: "Mixin" },
    DestroyModelMixin: { instance: "Mixin" },
    Serializer: { instance: "Serializer" },
    ModelSerializer: { instance: "django:Serializer" },
    HyperlinkedModelSerializer: { instance: "django:Serializer" },
  },
  types: {
    View: { extends: "django:View", handles },
    Mixin: { extends: "django:Performing", gives, members },
    Generic: { extends: "django:PerformingView", handles, gives, members },
    // A class without methods of its own for it cannot be saved.
    Serializer: { extends: "django:Asked", members: { save: { call: { runsOwn: { methods: ["create", "update"], instead: true } } }, is_valid: { call: {} } } },
  },
});
