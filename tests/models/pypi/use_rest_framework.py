from django.db import models, transaction
from rest_framework import mixins, serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet, ModelViewSet


class Plant(models.Model):
    name = models.CharField(max_length=40)


class PlantSerializer(serializers.ModelSerializer):
    class Meta:
        model = Plant
        fields = ["name"]


class OwnSerializer(serializers.ModelSerializer):
    class Meta:
        model = Plant
        fields = ["name"]

    def create(self, validated_data):
        return super().create(validated_data)  # effect: insert Plant


class Plants(ModelViewSet):
    queryset = Plant.objects.all()
    serializer_class = PlantSerializer

    def perform_create(self, serializer):
        serializer.save(name="fern")  # effect: insert Plant

    def perform_update(self, serializer):
        serializer.save()  # effect: update Plant

    def perform_destroy(self, instance):
        instance.delete()  # effect: delete Plant on root


class Own(mixins.CreateModelMixin, GenericViewSet):
    serializer_class = OwnSerializer

    @transaction.atomic  # effect: opens transaction
    def create(self, request: Request) -> Response:
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.save()
        return Response(serializer.data)


def rename(plant: Plant, name: str) -> None:
    serializer = PlantSerializer(plant, data={"name": name})
    serializer.is_valid()
    serializer.save()  # effect: update Plant


def plant(name: str) -> None:
    serializer = PlantSerializer(data={"name": name})
    serializer.is_valid()
    serializer.save()  # effect: insert Plant
