/// Everything that an app needs to guide a person, in one import.
@_exported import Geodesy
@_exported import WardwayGuidance
@_exported import WardwayMap
@_exported import WardwayRouting
