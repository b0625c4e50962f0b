/** Places on the map: geocoders, and where an address of the internet lies. */
import { defineModel } from "../schema.ts";

const http = { call: { waits: { on: "http" } } } as const;
const geocoder = { instance: "Geocoder", construct: { returns: "Geocoder" } } as const;
const locator = { instance: "Locator", construct: { returns: "Locator" } } as const;

export const places = defineModel({
  name: "pypi/places",
  language: "python",
  packages: ["geopy", "geopy.geocoders", "geopy/*", "geoip2.webservice", "googlemaps"],
  versions: "geopy 1–2; geoip2 3–5; googlemaps 4",
  docs: "https://geopy.readthedocs.io/en/stable/",
  exports: {
    Nominatim: geocoder,
    GoogleV3: geocoder,
    ArcGIS: geocoder,
    Bing: geocoder,
    AzureMaps: geocoder,
    Here: geocoder,
    HereV7: geocoder,
    MapBox: geocoder,
    OpenCage: geocoder,
    Photon: geocoder,
    TomTom: geocoder,
    Pelias: geocoder,
    GeoNames: geocoder,
    Client: locator,
    AsyncClient: locator,
  },
  types: {
    Geocoder: { members: { geocode: http, reverse: http, reverse_timezone: http } },
    Locator: {
      members: {
        city: http, country: http, insights: http, geocode: http, reverse_geocode: http, directions: http, distance_matrix: http, place: http,
        places: http, places_nearby: http, find_place: http, places_autocomplete: http, elevation: http, timezone: http, addressvalidation: http,
      },
    },
  },
});
