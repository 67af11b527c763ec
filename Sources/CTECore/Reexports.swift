// Whoever imports CTECore speaks of records, packs, stages and stores without importing each by itself.
@_exported public import CTEIntake
@_exported public import CTEModel
@_exported public import CTERulePack
@_exported public import CTEStore
@_exported public import CTEValidation
