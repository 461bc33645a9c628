use assay_primitives::{IdentityId, LotId, Scope};

/// Who the council has approved to keep and to audit reserves.
pub trait CustodyInspect {
	/// Whether what the organisation keeps counts now: it is an approved custodian, not suspended, in
	/// good standing, its licence in force and its bond as large as the council requires.
	fn is_custodian(organisation: IdentityId) -> bool;

	/// Whether what the organisation says counts now: it is an approved auditor, not suspended, in
	/// good standing, and its licence is in force.
	fn is_auditor(organisation: IdentityId) -> bool;

	/// Whether the organisation may hand over what it keeps: an approved custodian, not suspended and
	/// in good standing. Neither licence nor bond is asked for, so that a claim waits for neither.
	/// Who does not say is taken to ask for more.
	fn may_release(organisation: IdentityId) -> bool {
		Self::is_custodian(organisation)
	}

	/// Whether the scope's vault exists, is open, and belongs to the scope's custodian.
	fn is_vault(scope: Scope) -> bool;
}

/// What depends on an office that the council may want to end, and on lots that a custodian may want
/// to move.
pub trait CustodyDependents {
	/// Whether anything still rests on what the custodian has stated, or asks something of it.
	fn depends_on_custodian(custodian: IdentityId) -> bool;

	/// Whether anything still rests on what the auditor has found, or asks something of it.
	fn depends_on_auditor(auditor: IdentityId) -> bool;

	/// Whether an open challenge to the scope asks about one of the lots: until it is answered, they
	/// leave the scope by withdrawal or release alone.
	fn is_challenged(scope: Scope, lots: &[LotId]) -> bool;
}

/// Nobody is approved.
impl CustodyInspect for () {
	fn is_custodian(_: IdentityId) -> bool {
		false
	}
	fn is_auditor(_: IdentityId) -> bool {
		false
	}
	fn is_vault(_: Scope) -> bool {
		false
	}
}

/// Everything does.
impl CustodyDependents for () {
	fn depends_on_custodian(_: IdentityId) -> bool {
		true
	}
	fn depends_on_auditor(_: IdentityId) -> bool {
		true
	}
	fn is_challenged(_: Scope, _: &[LotId]) -> bool {
		true
	}
}
