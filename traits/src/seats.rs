use assay_primitives::{CountryCounts, IdentityId};

/// Where it is kept how many assets an identity holds.
pub trait Seats {
	/// Assets of which the identity holds units, by the country that each position is counted under.
	fn positions(identity: IdentityId) -> CountryCounts;

	/// Writes them. An identity that is unknown has none.
	fn set_positions(identity: IdentityId, positions: CountryCounts);
}

/// Nothing is kept.
impl Seats for () {
	fn positions(_: IdentityId) -> CountryCounts {
		CountryCounts::default()
	}
	fn set_positions(_: IdentityId, _: CountryCounts) {}
}
