//! Benchmarks: each call by a person who acts for an organisation, on records of full length.

use super::*;
use crate::{Pallet as Registry, Roles};
use alloc::vec;
use assay_primitives::{
	AssetKind, InvestorCategory, RedemptionTerms, RedemptionWindow, UnitRatio,
	MAX_REDEMPTION_JURISDICTIONS,
};
use frame_support::{
	assert_ok,
	traits::{EnsureOrigin, Time},
	BoundedVec,
};
use frame_system::RawOrigin;
use polkadot_sdk::frame_benchmarking::v2::*;

/// What the benchmarks need of the world around the registry.
pub trait BenchmarkHelper<AccountId> {
	/// Sets the clock, in ms.
	fn set_time(now: Moment);

	/// A new organisation in good standing that may not approve assets.
	fn organisation(seed: u32) -> IdentityId;

	/// A new organisation in good standing whose people may approve assets, as the costliest member
	/// of the runtime's set of approvers.
	fn approver(seed: u32) -> IdentityId;

	/// An account of an identity that holds units of an active asset which the registry has opened.
	fn holder(asset: AssetId) -> AccountId;

	/// An account, with ASY for the deposits of an asset, of a new person in good standing who acts
	/// for the organisation; and that person.
	fn person(organisation: IdentityId, seed: u32) -> (AccountId, IdentityId);
}

fn text<const N: u32>(fill: u8) -> Text<N> {
	Text::truncate_from(vec![fill; usize::try_from(N).unwrap_or_default()])
}

/// A definition of full length; `seed` below ten makes its ticker.
fn definition(seed: u8) -> AssetDefinition {
	let mut symbol = vec![b'X'; 11];
	symbol.push(b'C' + seed);
	AssetDefinition {
		kind: AssetKind::Commodity,
		// Consecutive Fibonacci numbers: Euclid's algorithm takes the most steps.
		unit: {
			let (mut a, mut b) = (1u128, 1u128);
			while let Some(c) = a.checked_add(b) {
				(a, b) = (b, c);
			}
			UnitRatio {
				numerator: a,
				denominator: b,
			}
		},
		terms: AssetTerms {
			name: text(b'n'),
			symbol: Text::truncate_from(symbol),
			decimals: 18,
			underlying_unit: text(b'u'),
			obligor: text(b'o'),
			trustee: text(b't'),
			governing_law: text(b'l'),
			segregation: Segregation::Segregated,
			bankruptcy_remote: true,
			right: HolderRight::Title,
			isin: Some(*b"US0378331005"),
			lei: Some(*b"5493001KJTIIGC8Y1R12"),
			redemption: RedemptionTerms {
				minimum_units: 1,
				lot_units: 1,
				notice_ms: 1,
				fee_bps: 1,
				window: Some(RedemptionWindow {
					opens_at: 0,
					every_ms: 2,
					open_ms: 1,
				}),
				categories: BoundedVec::truncate_from(vec![
					InvestorCategory::Retail,
					InvestorCategory::Professional,
					InvestorCategory::Accredited,
					InvestorCategory::Institutional,
				]),
				jurisdictions: BoundedVec::truncate_from(
					(0..MAX_REDEMPTION_JURISDICTIONS)
						.filter_map(|code| code.try_into().ok())
						.collect(),
				),
			},
		},
	}
}

fn document() -> DocumentFiling {
	DocumentFiling {
		title: text(b't'),
		uri: text(b'u'),
		hash: Hash::repeat_byte(7),
		valid_until: Some(Moment::MAX),
		required: true,
	}
}

struct World<AccountId> {
	asset: AssetId,
	issuer: IdentityId,
	who: AccountId,
}

/// A draft by a person of a new organisation.
fn drafted<T: Config>() -> World<T::AccountId> {
	let issuer = T::BenchmarkHelper::organisation(0);
	let (who, _) = T::BenchmarkHelper::person(issuer, 1);
	let asset = NextAssetId::<T>::get();
	assert_ok!(Registry::<T>::draft(
		RawOrigin::Signed(who.clone()).into(),
		definition(0)
	));
	World { asset, issuer, who }
}

/// An approved asset with the most kinds of documents a draft has room for.
fn registered<T: Config>() -> World<T::AccountId> {
	let world = drafted::<T>();
	add_documents::<T>(&world, MAX_DOCUMENT_KINDS - 1, false);
	let (who, _) = T::BenchmarkHelper::person(T::BenchmarkHelper::approver(2), 3);
	let terms_hash = definition_hash::<T>(world.asset);
	assert_ok!(Registry::<T>::approve(
		RawOrigin::Signed(who).into(),
		world.asset,
		terms_hash
	));
	world
}

fn active<T: Config>() -> World<T::AccountId> {
	let world = registered::<T>();
	assert_ok!(Registry::<T>::activate(
		RawOrigin::Signed(world.who.clone()).into(),
		world.asset
	));
	world
}

fn definition_hash<T: Config>(asset: AssetId) -> Hash {
	Registry::<T>::details(asset)
		.map(|details| details.terms_hash)
		.unwrap_or_default()
}

/// Adds `count` documents, each from another account if `many_payers`.
fn add_documents<T: Config>(world: &World<T::AccountId>, count: u32, many_payers: bool) {
	for index in 0..count {
		let who = match many_payers {
			true => T::BenchmarkHelper::person(world.issuer, 100 + index).0,
			false => world.who.clone(),
		};
		let kind = DocumentKind::Other((index % MAX_DOCUMENT_KINDS) as u16);
		assert_ok!(Registry::<T>::add_document(
			RawOrigin::Signed(who).into(),
			world.asset,
			kind,
			document(),
		));
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn draft() {
		let issuer = T::BenchmarkHelper::organisation(0);
		let (who, _) = T::BenchmarkHelper::person(issuer, 1);
		let asset = NextAssetId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), definition(0));

		assert!(Summaries::<T>::contains_key(asset));
	}

	#[benchmark]
	fn amend_draft() {
		let World { asset, who, .. } = drafted::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, definition(1));

		assert_eq!(Registry::<T>::find_ticker(b"XXXXXXXXXXXD"), Some(asset));
	}

	#[benchmark]
	fn remove_draft(d: Linear<0, MAX_DRAFT_DOCUMENTS>) {
		let world = drafted::<T>();
		add_documents::<T>(&world, d, true);

		#[extrinsic_call]
		_(RawOrigin::Signed(world.who), world.asset);

		assert!(!Summaries::<T>::contains_key(world.asset));
	}

	#[benchmark]
	fn approve() {
		let World { asset, .. } = drafted::<T>();
		let (approver, _) = T::BenchmarkHelper::person(T::BenchmarkHelper::approver(2), 3);
		let terms_hash = definition_hash::<T>(asset);

		#[extrinsic_call]
		_(RawOrigin::Signed(approver), asset, terms_hash);

		assert_eq!(status::<T>(asset), Some(AssetStatus::Registered));
	}

	#[benchmark]
	fn activate() {
		let World { asset, who, .. } = registered::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset);

		assert_eq!(status::<T>(asset), Some(AssetStatus::Active));
	}

	#[benchmark]
	fn suspend() {
		let World { asset, who, .. } = active::<T>();
		let officer = T::BenchmarkHelper::organisation(4);
		let (person, _) = T::BenchmarkHelper::person(officer, 5);
		assert_ok!(Registry::<T>::grant_role(
			RawOrigin::Signed(who).into(),
			asset,
			Role::ComplianceOfficer,
			officer,
			Some(Moment::MAX),
		));

		#[extrinsic_call]
		_(RawOrigin::Signed(person), asset);

		assert_eq!(status::<T>(asset), Some(AssetStatus::Suspended));
	}

	#[benchmark]
	fn resume() -> Result<(), BenchmarkError> {
		let World { asset, .. } = active::<T>();
		let council =
			T::CouncilOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		assert_ok!(Registry::<T>::suspend(council.clone(), asset));

		#[extrinsic_call]
		_(council as T::RuntimeOrigin, asset);

		assert_eq!(status::<T>(asset), Some(AssetStatus::Active));
		Ok(())
	}

	#[benchmark]
	fn wind_down() {
		let World { asset, who, .. } = active::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset);

		assert_eq!(status::<T>(asset), Some(AssetStatus::WindingDown));
	}

	#[benchmark]
	fn retire() {
		let World { asset, who, .. } = active::<T>();
		assert_ok!(Registry::<T>::wind_down(
			RawOrigin::Signed(who.clone()).into(),
			asset
		));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset);

		assert_eq!(status::<T>(asset), Some(AssetStatus::Retired));
	}

	#[benchmark]
	fn add_document() {
		let World { asset, who, .. } = registered::<T>();

		#[extrinsic_call]
		_(
			RawOrigin::Signed(who),
			asset,
			DocumentKind::Prospectus,
			document(),
		);

		assert!(Documents::<T>::contains_key(
			asset,
			(DocumentKind::Prospectus, 1)
		));
	}

	#[benchmark]
	fn grant_role() {
		let World { asset, who, .. } = active::<T>();
		let custodian = T::BenchmarkHelper::organisation(4);
		let until = Some(T::Time::now());

		#[extrinsic_call]
		_(
			RawOrigin::Signed(who),
			asset,
			Role::Custodian,
			custodian,
			until,
		);

		assert!(Roles::<T>::contains_key(
			asset,
			(Role::Custodian, custodian)
		));
	}

	#[benchmark]
	fn revoke_role() {
		let World { asset, who, .. } = active::<T>();
		let custodian = T::BenchmarkHelper::organisation(4);
		let origin = RawOrigin::Signed(who.clone()).into();
		assert_ok!(Registry::<T>::grant_role(
			origin,
			asset,
			Role::Custodian,
			custodian,
			None
		));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, Role::Custodian, custodian);

		assert!(!Roles::<T>::contains_key(
			asset,
			(Role::Custodian, custodian)
		));
	}

	#[benchmark]
	fn reclaim_deposit() {
		let World { asset, who, .. } = active::<T>();
		let signed = || RawOrigin::Signed(who.clone());
		assert_ok!(Registry::<T>::wind_down(signed().into(), asset));
		assert_ok!(Registry::<T>::retire(signed().into(), asset));

		#[extrinsic_call]
		_(signed(), asset);

		assert!(!Deposits::<T>::contains_key(asset, &who));
	}

	#[benchmark]
	fn set_document_uri() {
		let World { asset, who, .. } = active::<T>();
		let kind = DocumentKind::Other(0);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, kind, 1, text(b'v'));

		let uri: Text<MAX_URI> = text(b'v');
		assert!(Documents::<T>::get(asset, (kind, 1)).is_some_and(|it| it.filing.uri == uri));
	}

	#[benchmark]
	fn set_profile() {
		let World { asset, who, .. } = active::<T>();
		let old = AssetProfile {
			description: text(b'o'),
			contact: text(b'o'),
		};
		let signed = || RawOrigin::Signed(who.clone());
		assert_ok!(Registry::<T>::set_profile(signed().into(), asset, old));
		let profile = AssetProfile {
			description: text(b'd'),
			contact: text(b'c'),
		};

		#[extrinsic_call]
		_(signed(), asset, profile.clone());

		assert_eq!(Profiles::<T>::get(asset), profile);
	}

	#[benchmark]
	fn propose_terms() {
		let world = active::<T>();
		propose_change::<T>(&world, new_terms());
		T::BenchmarkHelper::set_time(Moment::MAX / 2);

		#[extrinsic_call]
		_(RawOrigin::Signed(world.who), world.asset, other_terms());

		assert_eq!(stage::<T>(world.asset), Some(ChangeStage::Proposed));
	}

	#[benchmark]
	fn approve_terms() {
		let world = active::<T>();
		let second = second::<T>(&world);
		propose_change::<T>(&world, new_terms());

		#[extrinsic_call]
		_(RawOrigin::Signed(second), world.asset, new_terms().hash());

		assert_eq!(stage::<T>(world.asset), Some(ChangeStage::Approved));
	}

	#[benchmark]
	fn object_to_terms() {
		let world = active::<T>();
		let holder = T::BenchmarkHelper::holder(world.asset);
		approve_change::<T>(&world);

		#[extrinsic_call]
		_(RawOrigin::Signed(holder), world.asset);

		assert_eq!(stage::<T>(world.asset), Some(ChangeStage::Contested));
	}

	#[benchmark]
	fn confirm_terms() -> Result<(), BenchmarkError> {
		let world = active::<T>();
		let holder = T::BenchmarkHelper::holder(world.asset);
		approve_change::<T>(&world);
		assert_ok!(Registry::<T>::object_to_terms(
			RawOrigin::Signed(holder).into(),
			world.asset
		));
		let council =
			T::CouncilOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(council as T::RuntimeOrigin, world.asset);

		assert_eq!(stage::<T>(world.asset), Some(ChangeStage::Confirmed));
		Ok(())
	}

	#[benchmark]
	fn apply_terms() {
		let world = active::<T>();
		approve_change::<T>(&world);
		let due = TermChanges::<T>::get(world.asset).and_then(|change| change.effective_at);
		T::BenchmarkHelper::set_time(due.unwrap_or_default());

		#[extrinsic_call]
		_(RawOrigin::Signed(world.who), world.asset);

		assert_eq!(definition_hash::<T>(world.asset), new_terms().hash());
	}

	#[benchmark]
	fn withdraw_terms() {
		let world = active::<T>();
		propose_change::<T>(&world, new_terms());

		#[extrinsic_call]
		_(RawOrigin::Signed(world.who), world.asset);

		assert_eq!(stage::<T>(world.asset), None);
	}

	#[benchmark]
	fn set_settlement() -> Result<(), BenchmarkError> {
		let World { asset, .. } = active::<T>();
		Summaries::<T>::mutate(asset, |summary| {
			if let Some(summary) = summary {
				summary.kind = AssetKind::Fiat;
			}
		});
		let council =
			T::CouncilOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(council as T::RuntimeOrigin, asset, true);

		assert!(Summaries::<T>::get(asset).is_some_and(|summary| summary.settlement));
		Ok(())
	}

	/// The definition of the worlds with every term changed that may be.
	fn new_terms() -> AssetDefinition {
		let mut new = definition(0);
		core::mem::swap(&mut new.unit.numerator, &mut new.unit.denominator);
		new.terms.obligor = text(b'p');
		new.terms.trustee = text(b'v');
		new.terms.governing_law = text(b'w');
		new.terms.segregation = Segregation::Promised;
		new.terms.bankruptcy_remote = false;
		new.terms.right = HolderRight::RedemptionOnly;
		new.terms.isin = Some(*b"DE000BAY0017");
		new.terms.lei = Some(*b"HWUPKR0MPOU8FGXBT394");
		new.terms.redemption.notice_ms = 2;
		new
	}

	fn other_terms() -> AssetDefinition {
		let mut other = new_terms();
		other.terms.obligor = text(b'q');
		other
	}

	fn propose_change<T: Config>(world: &World<T::AccountId>, terms: AssetDefinition) {
		assert_ok!(Registry::<T>::propose_terms(
			RawOrigin::Signed(world.who.clone()).into(),
			world.asset,
			terms
		));
	}

	/// A person of the asset's trustee, the last of the roles that are asked for.
	/// One in the last of the roles that are asked for.
	fn second<T: Config>(world: &World<T::AccountId>) -> T::AccountId {
		let auditor = T::BenchmarkHelper::approver(4);
		assert_ok!(Registry::<T>::grant_role(
			RawOrigin::Signed(world.who.clone()).into(),
			world.asset,
			Role::Auditor,
			auditor,
			Some(Moment::MAX),
		));
		T::BenchmarkHelper::person(auditor, 5).0
	}

	/// New terms, proposed and approved.
	fn approve_change<T: Config>(world: &World<T::AccountId>) {
		let second = second::<T>(world);
		propose_change::<T>(world, new_terms());
		assert_ok!(Registry::<T>::approve_terms(
			RawOrigin::Signed(second).into(),
			world.asset,
			new_terms().hash()
		));
	}

	fn stage<T: Config>(asset: AssetId) -> Option<ChangeStage> {
		TermChanges::<T>::get(asset).map(|change| change.stage)
	}

	fn status<T: Config>(asset: AssetId) -> Option<AssetStatus> {
		Summaries::<T>::get(asset).map(|summary| summary.status)
	}

	impl_benchmark_test_suite!(Registry, mock::ExtBuilder::build(), mock::Test);
}
