use assay_primitives::{IdentityId, Scope};

/// Who the council has approved to keep and to audit reserves.
pub trait CustodyInspect {
	/// Whether the organisation is an approved custodian that is not suspended.
	fn is_custodian(organisation: IdentityId) -> bool;

	/// Whether the organisation is an approved auditor that is not suspended.
	fn is_auditor(organisation: IdentityId) -> bool;

	/// Whether the scope's vault exists, is open, and belongs to the scope's custodian.
	fn is_vault(scope: Scope) -> bool;
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
