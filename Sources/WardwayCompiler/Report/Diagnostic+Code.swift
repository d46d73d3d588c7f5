extension Diagnostic {
  /// What a diagnostic is about; its raw value is its word in JSON, and stays the same from version to version.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    // MARK: Files

    /// Control characters were dropped from tags or roles.
    case controlCharacters = "control-characters"
    /// Objects whose numbers are too large were left out.
    case idOutOfRange = "id-out-of-range"
    /// Another input has the same ids; those of this one have a prefix now.
    case idsRenamed = "ids-renamed"
    /// Bytes that are not UTF-8 were replaced.
    case invalidUTF8 = "invalid-utf8"
    /// A node lies far from what it belongs to and was left out.
    case misplacedNode = "misplaced-node"
    /// Nodes of a way are not in the files; the rest of it is used.
    case missingNode = "missing-node"
    /// Nodes whose location is not on the globe were left out.
    case nodeOffGlobe = "node-off-globe"
    /// Nodes without a location were left out.
    case nodeWithoutLocation = "node-without-location"
    /// What a tag or an element says isn't understood.
    case notUnderstood = "not-understood"
    /// Strings longer than 4,096 bytes were cut off.
    case overlongString = "overlong-string"
    /// The files have several objects of one id.
    case reusedID = "reused-id"
    /// A map file could not be read.
    case unreadableFile = "unreadable-file"

    // MARK: Placement

    /// Measures are none of a building: the plan may be drawn in another unit.
    case implausibleUnit = "implausible-unit"
    /// A plan was placed on the globe, and how well it fits.
    case placedPlan = "placed-plan"
    /// A plan states several coordinate reference systems.
    case severalSystems = "several-crs"
    /// The coordinate reference system that a plan states isn't known.
    case unknownSystem = "unknown-crs"
    /// A plan doesn't say where it lies; it was put into the open sea.
    case unplacedPlan = "unplaced-plan"

    // MARK: Rooms, ways and levels

    /// An area has too many corners and entries to be crossed; it is walked along its outline.
    case areaTooLarge = "area-too-large"
    /// No door of a room is mapped; one is assumed.
    case assumedDoor = "assumed-door"
    /// Conditional access of a way isn't applied.
    case conditionalAccess = "conditional-access"
    /// Ways are joined to nothing else on the map.
    case disconnected
    /// Ways end inside an elevator's outline; they are taken to lead into it.
    case elevatorEnteredInside = "elevator-entered-inside"
    /// No way meets an elevator on a level that it states.
    case elevatorFloorWithoutWays = "elevator-floor-without-ways"
    /// An elevator states other levels than those that ways touch it on.
    case elevatorLevelsDiffer = "elevator-levels-differ"
    /// An elevator meets ways on one level alone; it is not used.
    case elevatorServesOneLevel = "elevator-serves-one-level"
    /// No way that says its level meets an elevator; it is not used.
    case elevatorWithoutWays = "elevator-without-ways"
    /// Opening hours of a way aren't applied.
    case hoursNotApplied = "hours-not-applied"
    /// Ways of an area are not in the files; the rest of it is used.
    case incompleteArea = "incomplete-area"
    /// An outline is unsound; what it encloses is used.
    case invalidArea = "invalid-area"
    /// What states no level was taken to lie on one.
    case levelGuessed = "level-guessed"
    /// Ways on different levels meet in a node and are joined there.
    case levelsJoined = "levels-joined"
    /// Ways on different levels share a node that joins no levels.
    case levelsNotJoined = "levels-not-joined"
    /// An outline isn't closed; it is no room or area.
    case openOutline = "open-outline"
    /// The ways of an outline don't close to rings.
    case openRing = "open-ring"
    /// An elevator or escalator doesn't run; it isn't used.
    case outOfService = "out-of-service"
    /// Over an area lie more others than are joined with it.
    case overlappingAreas = "overlapping-areas"
    /// No way of the level that a place is on comes near it.
    case placeLevelEmpty = "place-level-empty"
    /// No way without steps leads into a room.
    case roomsNotStepFree = "rooms-not-step-free"
    /// No door or way leads into a room.
    case roomsWithoutDoor = "rooms-without-door"
    /// The doors of a room are joined to no large part of the map.
    case unreachedRooms = "unreached-rooms"
    /// A level tag holds what is no level.
    case unreadableLevel = "unreadable-level"

    // MARK: Roads

    /// What a road's tags say for some hours or vehicles isn't applied.
    case conditionalDrive = "conditional-drive"
    /// At a junction more roads meet than are joined.
    case crowdedJunction = "crowded-junction"
    /// The ways of a turn restriction don't meet as they should.
    case restrictionBroken = "restriction-broken"
    /// The only way that a turn restriction allows is none for cars.
    case restrictionClosed = "restriction-closed"
    /// A turn restriction holds at times only; it isn't applied.
    case restrictionConditional = "restriction-conditional"
    /// A turn restriction lacks a member.
    case restrictionIncomplete = "restriction-incomplete"
    /// It isn't clear which ways a turn restriction is about.
    case restrictionUnclear = "restriction-unclear"
    /// A turn restriction is of no known kind.
    case restrictionUnknown = "restriction-unknown"
    /// A turn restriction has several nodes as via, or nodes and ways.
    case restrictionVias = "restriction-vias"

    // MARK: Venues

    /// No road for cars comes near a venue's car park.
    case carParkOffRoads = "car-park-off-roads"
    /// Two files have a venue of one id.
    case duplicateVenue = "duplicate-venue"
    /// How an entrance is joined to the streets isn't mapped; a straight footway is assumed.
    case entranceLinkAssumed = "entrance-link-assumed"
    /// An entrance leads outdoors, but no way of the streets comes near enough.
    case entranceNotLinked = "entrance-not-linked"
    /// No street comes near an entrance of a venue.
    case entranceOffStreets = "entrance-off-streets"
    /// A hospital is a point without a building; it stays a place.
    case hospitalWithoutOutline = "hospital-without-outline"
    /// There is no hospital in a file of which one was to be added.
    case noHospital = "no-hospital"
    /// Two venues overlap.
    case overlappingVenues = "overlapping-venues"
    /// A venue has no name.
    case unnamedVenue = "unnamed-venue"
    /// No way leads to the main entrance of a venue.
    case unreachedEntrance = "unreached-entrance"
    /// The streets could not be read, so that it isn't known whether venues meet them.
    case unreadableStreets = "unreadable-streets"
    /// A venue of the atlas could not be read, so that it isn't known whether another overlaps it.
    case unreadableVenue = "unreadable-venue"
    /// No entrance of a venue meets a street.
    case venueOffStreets = "venue-off-streets"
    /// No car park for visitors is near a venue.
    case venueWithoutCarPark = "venue-without-car-park"
    /// No way on the campus of a venue meets the streets.
    case venueWithoutEntrance = "venue-without-entrance"
    /// No way is mapped inside a venue; routes end outside of it.
    case venueWithoutIndoorWays = "venue-without-indoor-ways"
    /// No way leads onto the campus of a venue; routes end on the nearest street.
    case venueWithoutWays = "venue-without-ways"

    // MARK: IMDF

    /// An elevator, escalator or flight of stairs leads to no other level.
    case imdfConnectorAlone = "imdf-connector-alone"
    /// No opening leads into an elevator or stairs; one is assumed.
    case imdfConnectorWithoutOpening = "imdf-connector-without-opening"
    /// A position isn't on the globe.
    case imdfCoordinateOffGlobe = "imdf-coordinate-off-globe"
    /// A feature refers to one that isn't there.
    case imdfDanglingReference = "imdf-dangling-reference"
    /// An opening is for cars, but joins no road or parking; it is taken for a door.
    case imdfDoubtfulOpening = "imdf-doubtful-opening"
    /// Several features have one id.
    case imdfDuplicateID = "imdf-duplicate-id"
    /// A feature lies far from the venue.
    case imdfFarFromVenue = "imdf-far-from-venue"
    /// A level's ordinal is no whole number.
    case imdfFractionalOrdinal = "imdf-fractional-ordinal"
    /// A feature has no id or no properties.
    case imdfMalformedFeature = "imdf-malformed-feature"
    /// A geometry is no GeoJSON.
    case imdfMalformedGeometry = "imdf-malformed-geometry"
    /// An opening inside a building has a unit on one side only.
    case imdfOpeningToNowhere = "imdf-opening-to-nowhere"
    /// An opening has no line.
    case imdfOpeningWithoutLine = "imdf-opening-without-line"
    /// An opening lies in the wall of no unit.
    case imdfOpeningWithoutUnit = "imdf-opening-without-unit"
    /// An archive is of another version than 1.0.0.
    case imdfOtherVersion = "imdf-other-version"
    /// All levels are for employees only, which is ignored.
    case imdfRestrictedThroughout = "imdf-restricted-throughout"
    /// A ring crosses itself.
    case imdfSelfCrossing = "imdf-self-crossing"
    /// Latitude and longitude have changed places.
    case imdfSwappedCoordinates = "imdf-swapped-coordinates"
    /// A ring isn't closed.
    case imdfUnclosedRing = "imdf-unclosed-ring"
    /// A unit has no area.
    case imdfUnitWithoutArea = "imdf-unit-without-area"
    /// A unit has no opening.
    case imdfUnitWithoutOpening = "imdf-unit-without-opening"
    /// A category isn't known.
    case imdfUnknownCategory = "imdf-unknown-category"
    /// A file of an archive is none of IMDF.
    case imdfUnknownFile = "imdf-unknown-file"
    /// A relationship is of no known category.
    case imdfUnknownRelationship = "imdf-unknown-relationship"
    /// A level's ordinal is none; it is left out with all that is on it.
    case imdfUnusableOrdinal = "imdf-unusable-ordinal"
    /// A relationship doesn't join two levels.
    case imdfUnusableRelationship = "imdf-unusable-relationship"
    /// Drawings aren't used.
    case imdfUnusedDetail = "imdf-unused-detail"
    /// Geofences aren't used.
    case imdfUnusedGeofence = "imdf-unused-geofence"
    /// A venue has no area; that around its units is taken.
    case imdfVenueWithoutArea = "imdf-venue-without-area"
    /// A feature stands in the file of another kind.
    case imdfWrongFile = "imdf-wrong-file"
    /// A ring has no area.
    case imdfZeroArea = "imdf-zero-area"

    // MARK: IndoorGML

    /// A cell has no state; nobody gets there.
    case cellWithoutState = "cell-without-state"
    /// A connection of two layers joins different storeys.
    case connectionBetweenStoreys = "connection-between-storeys"
    /// A connection of two layers isn't used as a way.
    case connectionNotWalked = "connection-not-walked"
    /// A connection of two layers lacks a state.
    case danglingConnection = "dangling-connection"
    /// The dual of a feature isn't in the file.
    case danglingDuality = "dangling-duality"
    /// A transition lacks a state.
    case danglingTransition = "dangling-transition"
    /// Transitions between floors are one elevator.
    case elevatorJoined = "elevator-joined"
    /// Nothing is connected with a state.
    case isolatedState = "isolated-state"
    /// A transition connects a state with itself.
    case selfLoop = "self-loop"
    /// A state has no point, nor has its cell.
    case stateWithoutPlace = "state-without-place"
    /// The file says no storeys; they were made of heights.
    case storeysFromHeights = "storeys-from-heights"
    /// A transition is the way back of another one.
    case twinTransition = "twin-transition"
    /// It isn't said how a transition gets to another storey.
    case unknownConnector = "unknown-connector"
    /// A storey is no level.
    case unreadableStorey = "unreadable-storey"
  }
}
