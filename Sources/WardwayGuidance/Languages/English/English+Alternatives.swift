import WardwayRouting

extension English {
  func reason(_ reason: Alternative.Reason, along name: String) -> String {
    let text = word(reason)
    return name.isEmpty || reason == .best ? text : "\(text) (along \(name))"
  }

  private func word(_ reason: Alternative.Reason) -> String {
    switch reason {
    case .best: "Best on the whole"
    case .lessWalking: "Parking nearer, less walking"
    case .noStairs: "Without stairs"
    case .noFee: "Parking without a fee"
    case .noElevator: "Without an elevator"
    case .otherElevator: "By another elevator"
    case .noFerry: "Without the ferry"
    case .fewerTurns: "Simpler, with fewer turns"
    case .shorter: "A shorter way"
    case .faster: "Sooner there, with more effort"
    case .otherEntrance: "Through another entrance"
    case .otherWay: "Another way"
    case .otherRoad: "By other roads"
    }
  }
}
