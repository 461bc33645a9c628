use super::*;

impl crate::BenchmarkHelper<AccountId> for Registry {
	fn active_asset(asset: AssetId) {
		Self::set_status(asset, AssetStatus::Active);
	}
	fn holder(index: u32, topic: ClaimTopic) -> AccountId {
		let account = 10_000 + AccountId::from(index);
		fund(account);
		Self::link(account, 1_000 + index);
		Self::change(1_000 + index, |profile| {
			// The same holder serves several rounds.
			profile.claims.clear();
			for filler in 1..assay_primitives::MAX_CLAIMS {
				profile
					.claims
					.try_push(claim(ClaimTopic::Custom(filler)))
					.unwrap();
			}
			profile.claims.try_push(claim(topic)).unwrap();
		});
		Self::trust(topic, 45);
		account
	}
	fn officer(asset: AssetId, index: u32) -> AccountId {
		let account = 20_000 + AccountId::from(index);
		fund(account);
		Self::link(account, 2_000 + index);
		Self::change(2_000 + index, |_| {});
		Self::grant(asset, Role::ComplianceOfficer, 2_000 + index);
		account
	}
	fn further_account(holder: &AccountId, index: u32) -> AccountId {
		let account = holder * 100 + AccountId::from(index);
		let identity = Self::identity_of(holder).unwrap();
		Self::link(account, identity);
		account
	}
	fn depart(holder: &AccountId) {
		Self::depart(Self::identity_of(holder).unwrap(), 840);
	}
	fn succeed(old: &AccountId) -> AccountId {
		let new = old + 70_000;
		fund(new);
		Self::replace(*old);
		Self::succeed(*old, new);
		new
	}
}
