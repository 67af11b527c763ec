public import CTEModel

extension AuditEvent.Draft {
  /// Creates the first event of a tenant, which tells of its making.
  public init(makingOf settings: TenantSettings, by actor: Actor, at moment: Moment) {
    self.init(
      moment: moment, actor: actor.name, action: "create tenant", pack: settings.pack,
      details: "{\"year\":\(settings.year)}")
  }
}
