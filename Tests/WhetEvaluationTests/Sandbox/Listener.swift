import Foundation

/// Servers outside the sandbox that a verifier must not reach: on the loopback, at a path, under an abstract name.
struct Listener {
  static let port: UInt16 = 40_000 + UInt16(ProcessInfo.processInfo.processIdentifier % 20_000)
  static let abstractName = "whet-listener-\(ProcessInfo.processInfo.processIdentifier)"
  static let path = "/tmp/\(abstractName)"

  /// A socket could not be opened, so nothing would be tested.
  struct NotListening: Error {}

  private let sockets: [Int32]

  init() throws {
    var internet = sockaddr_in()
    internet.sin_family = sa_family_t(AF_INET)
    internet.sin_port = Self.port.bigEndian
    internet.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    sockets = [
      try Self.listen(AF_INET, &internet, MemoryLayout<sockaddr_in>.size),
      try Self.local(Array(Self.path.utf8)), try Self.local([0] + Array(Self.abstractName.utf8)),
    ]
  }

  func close() {
    for socket in sockets { _ = Foundation.close(socket) }
    unlink(Self.path)
  }

  private static func local(_ name: [UInt8]) throws -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    return try listen(AF_UNIX, &address, MemoryLayout<sa_family_t>.size + name.count)
  }

  private static func listen<Address>(_ family: Int32, _ address: inout Address, _ size: Int) throws -> Int32 {
    let descriptor = socket(family, Int32(SOCK_STREAM.rawValue), 0)
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, socklen_t(size)) == 0 }
    }
    guard isBound, Foundation.listen(descriptor, 8) == 0 else { throw NotListening() }
    return descriptor
  }
}
