use super::{AccountId, Compliance, Purpose};
use assay_primitives::{AssetId, Balance};
use assay_traits::{GuardedHolds, HoldCloser};
use polkadot_sdk::sp_runtime::DispatchResult;
use std::cell::RefCell;

thread_local! {
	static WIPED: RefCell<Vec<(AssetId, Balance)>> = const { RefCell::new(Vec::new()) };
}

/// The double of issuance: every redemption can be ended, nothing else that units are held for.
pub struct Redemptions;

impl Redemptions {
	/// Units that were wiped, by asset, since the last call.
	pub fn take_wiped() -> Vec<(AssetId, Balance)> {
		WIPED.with_borrow_mut(std::mem::take)
	}
}

impl HoldCloser<AccountId> for Redemptions {
	fn close(asset: AssetId, account: &AccountId) -> DispatchResult {
		let held = <Compliance as GuardedHolds<_>>::held(asset, Purpose::Redemption, account);
		if held > 0 {
			<Compliance as GuardedHolds<_>>::release(asset, Purpose::Redemption, account, held)?;
		}
		Ok(())
	}
	fn wiped(asset: AssetId, amount: Balance) -> DispatchResult {
		WIPED.with_borrow_mut(|wiped| wiped.push((asset, amount)));
		Ok(())
	}
}
