//! Our answer to whoever asks whether units may move.

use crate::{
	pallet::{Config, Pallet},
	types::{Amount, Request, Source},
};
use assay_primitives::{AssetId, Balance, Movement, ReasonCode};
use assay_traits::TransferPolicy;

impl<T: Config> TransferPolicy<T::AccountId> for Pallet<T> {
	fn check(
		asset: AssetId,
		movement: Movement,
		from: Option<&T::AccountId>,
		to: Option<&T::AccountId>,
		amount: Balance,
	) -> Result<(), ReasonCode> {
		let request = Request {
			asset,
			movement,
			from: from.cloned(),
			to: to.cloned(),
			spender: None,
			amount: Amount::Exactly(amount),
			keep_alive: false,
			source: Source::Free,
		};
		Self::decide(request)
			.map(|_| ())
			.map_err(|(_, refusal)| refusal.reason)
	}
}
