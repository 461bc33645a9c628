use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What has happened.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Units answer for a promise from now on.
		BondPosted {
			purpose: BondPurpose,
			poster: T::AccountId,
			asset: AssetId,
			amount: Balance,
		},
		/// More units do.
		BondToppedUp {
			purpose: BondPurpose,
			old: Balance,
			new: Balance,
		},
		/// The poster wants units back and may have them from `available_at` on.
		WithdrawalRequested {
			purpose: BondPurpose,
			amount: Balance,
			available_at: Moment,
		},
		/// The poster wants none back any more.
		WithdrawalCancelled {
			purpose: BondPurpose,
			amount: Balance,
		},
		/// Units are the poster's again; `remaining` stay bonded.
		BondWithdrawn {
			purpose: BondPurpose,
			amount: Balance,
			remaining: Balance,
		},
		/// A broken promise was paid for: to the beneficiary or, unless `settled`, as a claim that it
		/// can collect.
		BondDrawn {
			purpose: BondPurpose,
			asset: AssetId,
			beneficiary: T::AccountId,
			amount: Balance,
			remaining: Balance,
			settled: bool,
			reference: Hash,
		},
		/// The beneficiary of earlier draws has got them.
		ClaimCollected {
			asset: AssetId,
			poster: T::AccountId,
			beneficiary: T::AccountId,
			amount: Balance,
		},
		/// A docket took units of the poster and ended the bond: `amount` units were free for it.
		BondEndedByDocket {
			purpose: BondPurpose,
			asset: AssetId,
			poster: T::AccountId,
			amount: Balance,
		},
	}
}
