//! Statements that are read from proofs of a chain in memory.

use super::*;
use crate::{
	api::runtime_types::{
		assay_primitives::{
			identity::Standing,
			reserve::{Basis, LiquidityClass, Scope},
		},
		assay_runtime::RuntimeHoldReason,
		frame_support::traits::tokens::misc::IdAmount,
		pallet_asset_registry::types::{
			Document, DocumentFiling, DocumentKind, Filing, LatestDocument, RoleGrant,
		},
		pallet_assets::types::{
			AccountStatus, AssetAccount, AssetDetails, AssetStatus, ExistenceReason,
		},
		pallet_attestations::types::{Head, Opinion, Report, ReportInput, ScopeRecord, Verdict},
		pallet_compliance::{
			history::{PastBalances, Receipts, Volumes},
			types::{AccountExtra, Freeze, Position},
		},
		pallet_custody::totals::{Arrival, Dated, Totals},
		pallet_identities::types::{AccountLink, LinkState},
		pallet_issuance::pallet::HoldReason,
	},
	context::examples::gold,
	convert::{bounded, text},
	proof::world::{World, NOW},
};
use subxt::utils::H256;

const ASSET: u32 = 7;
const OZ: u128 = 1_000;
const TOKEN: u128 = 1_000_000;

fn holder() -> AccountId32 {
	AccountId32([5; 32])
}

/// Who has which role.
fn named() -> Vec<(String, u32)> {
	vec![("minter".into(), 3)]
}

fn scope() -> Scope {
	Scope {
		asset: ASSET,
		custodian: 3,
		vault: 4,
	}
}

fn record() -> ScopeRecord {
	ScopeRecord {
		custodian: 3,
		vault: 4,
		as_of: NOW - 1_000,
		valid_until: NOW,
		quantity: 100 * OZ,
		basis: Basis::Market,
		class: LiquidityClass::Liquid,
		withdrawn: false,
		faulted: false,
		answer_by: None,
		opinions: bounded([Opinion {
			auditor: 9,
			quantity: 99 * OZ,
			verdict: Verdict::Confirms,
		}]),
	}
}

fn report() -> Report {
	Report {
		statement: ReportInput {
			as_of: NOW - 1_000,
			valid_until: NOW,
			quantity: 100 * OZ,
			unit: H256::zero(),
			basis: Basis::Market,
			class: LiquidityClass::Liquid,
			evidence_hash: H256::repeat_byte(6),
			evidence_uri: text(""),
			lots_root: Some(H256::repeat_byte(8)),
		},
		submitted_at: NOW - 500,
		sequence: 0,
		previous_hash: H256::zero(),
		withdrawn: None,
		confirmations: bounded([]),
	}
}

fn totals() -> Totals {
	Totals {
		pledged: 120 * OZ,
		lots: 2,
		maturities: bounded([]),
		removals: bounded([]),
		arrivals: bounded([]),
	}
}

fn position() -> Position<AccountId32> {
	Position {
		total: 50 * TOKEN,
		held: 20 * TOKEN,
		freeze: Freeze::Partial(TOKEN),
		accounts: bounded([]),
		docket: None,
		country: 756,
		opted_in: false,
		receipts: Receipts(bounded([])),
		volumes: Volumes(bounded([])),
		past: PastBalances(bounded([])),
	}
}

/// An asset with one vault and one document, and a holder with units in use.
fn world() -> World {
	let registry = api::storage().asset_registry();
	let (assets, compliance) = (api::storage().assets(), api::storage().compliance());
	let custody = api::storage().custody();
	let key = (ASSET, holder());
	let details = AssetDetails {
		owner: holder(),
		issuer: holder(),
		admin: holder(),
		freezer: holder(),
		supply: 80 * TOKEN,
		deposit: 0,
		min_balance: 1,
		is_sufficient: true,
		accounts: 1,
		sufficients: 1,
		approvals: 0,
		status: AssetStatus::Live,
	};
	let account = AssetAccount {
		balance: 30 * TOKEN + 1,
		status: AccountStatus::Liquid,
		reason: ExistenceReason::Sufficient,
		extra: AccountExtra { identity: Some(2) },
		__ignore: Default::default(),
	};
	let link = AccountLink {
		identity: 2,
		standing: Standing::Active,
		state: LinkState::Ordinary,
	};
	let hold = IdAmount {
		id: RuntimeHoldReason::Issuance(HoldReason::Redemption),
		amount: 20 * TOKEN - 1,
	};
	let head = Head {
		as_of: NOW - 1_000,
		sequence: 0,
		hash: H256::repeat_byte(1),
		faulted_at: None,
	};
	World::new()
		.with(registry.summaries(), (ASSET,), &gold().details.summary)
		.with(registry.terms(), (ASSET,), &gold().details.terms)
		.with(registry.latest(), (ASSET,), &bounded([latest()]))
		.with(
			registry.documents(),
			(ASSET, (DocumentKind::TrustDeed, 2)),
			&deed(),
		)
		.with(assets.asset(), (ASSET,), &details)
		.with(assets.account(), key, &account)
		.with(
			api::storage().assets_holder().holds(),
			key,
			&bounded([hold]),
		)
		.with(
			compliance.last_units(),
			(key,),
			&RuntimeHoldReason::Issuance(HoldReason::Redemption),
		)
		.with(compliance.positions(), (ASSET, 2), &position())
		.with(api::storage().identities().links(), (holder(),), &link)
		.with(
			api::storage().issuance().committed_to_burn(),
			(ASSET,),
			&(5 * TOKEN),
		)
		.without(api::storage().issuance().holder_redemptions(), key)
		.with(
			api::storage().attestations().scopes(),
			(ASSET,),
			&bounded([record()]),
		)
		.with(
			api::storage().attestations().reports(),
			(scope(),),
			&report(),
		)
		.with(api::storage().attestations().heads(), (scope(),), &head)
		.with(custody.scope_totals(), (scope(),), &totals())
		.without(custody.vaults(), (4,))
		.with(registry.filings(), (ASSET,), &filing(1))
		.with(registry.roles(), (ASSET, (Role::Minter, 3)), &grant())
}

fn filing(grants: u32) -> Filing {
	Filing {
		grants,
		..gold().details.filing
	}
}

fn grant() -> RoleGrant {
	RoleGrant {
		granted_by: 1,
		valid_until: None,
	}
}

fn latest() -> LatestDocument {
	LatestDocument {
		kind: DocumentKind::TrustDeed,
		version: 2,
		valid_until: None,
		required: true,
	}
}

fn deed() -> Document {
	Document {
		filing: DocumentFiling {
			title: text("Deed"),
			uri: text(""),
			hash: H256::repeat_byte(7),
			valid_until: None,
			required: true,
		},
		added_at: 0,
		added_by: 1,
	}
}

async fn read(world: &World) -> Outcome<Statement> {
	let saved = Saved::new(ASSET, &holder(), named(), &world.bundle());
	let path = Path::new("statement.json");
	let found = read_saved(&saved, path, world.genesis_hash(), NOW).await;
	found.map(|(_, statement)| statement)
}

#[tokio::test]
async fn works_for_what_is_proven() {
	let world = world();
	let statement = read(&world).await.unwrap();
	let holding = &statement.holding;
	// The ledger's last unit is held too: it is not free.
	assert_eq!((holding.free, holding.held()), (30 * TOKEN, 20 * TOKEN));
	assert_eq!(
		holding.holds,
		[("Issuance Redemption".to_string(), 20 * TOKEN)]
	);
	assert_eq!(statement.outstanding(), 75 * TOKEN);
	// A thousandth of an ounce for a thousand units.
	assert_eq!(statement.claims(), Some(75_000));
	assert_eq!(statement.own_claim(), Some(50_000));
	assert_eq!(statement.reserve_at_most(), 99 * OZ);
	assert_eq!(statement.documents.len(), 1);
}

#[tokio::test]
async fn works_in_words_and_as_json() {
	let world = world();
	let statement = read(&world).await.unwrap();
	let block = Block {
		number: 95,
		hash: H256::zero(),
		proven_from: Some(world.genesis_hash()),
	};
	let answer = whole(&block, &statement);
	let json = answer.to_json();
	assert_eq!(json["free"], "30 HBG");
	assert_eq!(json["held"], "20 HBG");
	assert_eq!(json["claims"], "50.000 fine troy ounce");
	assert_eq!(json["reserve_at_most"], "99.000 fine troy ounce");
	assert_eq!(json["frozen_by_an_officer"], "1 HBG");
	assert_eq!(json["final_block"], 95);
	let genesis = hex(world.genesis_hash());
	assert_eq!(
		json["proven"],
		format!("from the genesis hash {genesis} on")
	);
	assert_eq!(json["reports"][0]["lots_root"], hex([8; 32]));
	assert_eq!(json["documents"][0]["kind"], "TrustDeed");
}

#[tokio::test]
async fn the_reserve_is_bounded_by_everything_that_is_said_of_it() {
	let of = async |change: &dyn Fn(&mut ScopeRecord, &mut Totals)| {
		let (mut record, mut totals) = (record(), totals());
		change(&mut record, &mut totals);
		let world = world()
			.with(
				api::storage().attestations().scopes(),
				(ASSET,),
				&bounded([record]),
			)
			.with(api::storage().custody().scope_totals(), (scope(),), &totals);
		read(&world).await.unwrap().reserve_at_most()
	};
	let dated = |moment, quantity| Dated { moment, quantity };
	assert_eq!(of(&|_, _| ()).await, 99 * OZ);
	assert_eq!(of(&|record, _| record.withdrawn = true).await, 0);
	assert_eq!(of(&|record, _| record.faulted = true).await, 0);
	assert_eq!(of(&|record, _| record.valid_until = NOW - 1).await, 0);
	assert_eq!(of(&|record, _| record.answer_by = Some(NOW)).await, 99 * OZ);
	assert_eq!(of(&|record, _| record.answer_by = Some(NOW - 1)).await, 0);
	let contradicted = |record: &mut ScopeRecord, _: &mut Totals| {
		record.opinions.0[0].verdict = Verdict::Contradicts;
	};
	assert_eq!(of(&contradicted).await, 0);
	assert_eq!(of(&|_, totals| totals.pledged = 98 * OZ).await, 98 * OZ);
	let as_of = NOW - 1_000;
	for (left_at, left) in [(as_of - 1, 0), (as_of, 10 * OZ), (NOW, 10 * OZ)] {
		let found = of(&|_, totals| totals.removals = bounded([dated(left_at, 10 * OZ)])).await;
		assert_eq!(found, 99 * OZ - left, "{left_at}");
	}
	// What came from another vault waits for a report; what has matured meanwhile is off already.
	let waiting = |matures_at, quantity| Arrival {
		moment: NOW,
		matures_at,
		quantity,
	};
	for (matures_at, there) in [
		(None, 70 * OZ),
		(Some(NOW + 1), 70 * OZ),
		(Some(NOW), 99 * OZ),
	] {
		let arrivals = || bounded([waiting(matures_at, 50 * OZ)]);
		let found = of(&|_, totals| totals.arrivals = arrivals()).await;
		assert_eq!(found, there, "{matures_at:?}");
	}
	for (matures_at, there) in [(NOW + 1, 99 * OZ), (NOW, 70 * OZ)] {
		let found =
			of(&|_, totals| totals.maturities = bounded([dated(matures_at, 50 * OZ)])).await;
		assert_eq!(found, there, "{matures_at}");
	}
}

#[tokio::test]
async fn fails_when_the_node_computes_more_than_is_proven() {
	let statement = read(&world()).await.unwrap();
	let figures = |change: &dyn Fn(&mut ReserveFigures)| {
		let mut figures = ReserveFigures {
			status: ReserveStatus::Backed,
			reserve: 99 * OZ,
			effective: 80 * OZ,
			claims: 75 * OZ,
			required: 80 * OZ,
		};
		change(&mut figures);
		let computed = Computed {
			figures: Some(figures),
			answer: Answer::new(),
		};
		check_computed(&computed, &statement)
	};
	let silent = Computed {
		figures: None,
		answer: Answer::new(),
	};
	assert_eq!(check_computed(&silent, &statement), Ok(()));
	assert_eq!(figures(&|_| ()), Ok(()));
	assert_eq!(figures(&|it| it.effective = 99 * OZ), Ok(()));
	let thin = |it: &mut ReserveFigures| {
		(it.status, it.required) = (ReserveStatus::Thin, 80 * OZ + 1);
	};
	assert_eq!(figures(&thin), Ok(()));
	let forged: [(&dyn Fn(&mut ReserveFigures), &str); 5] = [
		(&|it| it.reserve += 1, "99.001"),
		(&|it| it.effective = 99 * OZ + 1, "99.001"),
		(&|it| it.claims -= 1, "74.999"),
		(&|it| it.claims += 1, "75.001"),
		(&|it| it.required += 1, "80.001"),
	];
	for (change, what) in forged {
		let failure = figures(change).unwrap_err();
		assert_eq!(failure.name.as_deref(), Some("Contradicted"));
		assert!(failure.what.contains(what), "{failure}");
	}
}

#[tokio::test]
async fn a_saved_statement_must_be_of_whom_it_is_said_to_be() {
	let statement = read(&world()).await.unwrap();
	let (own, other) = (holder(), AccountId32([6; 32]));
	for (asset, account) in [
		(None, None),
		(Some("HBG"), Some(&own)),
		(Some("h-bg"), None),
		(Some("7"), Some(&own)),
	] {
		assert_eq!(check_expected(&statement, asset, account), Ok(()));
	}
	for (asset, account, name) in [
		(Some("HBS"), Some(&own), "AnotherAsset"),
		(Some("8"), None, "AnotherAsset"),
		(None, Some(&other), "AnotherHolder"),
	] {
		let failure = check_expected(&statement, asset, account).unwrap_err();
		assert_eq!(failure.exit_code(), 1);
		assert_eq!(failure.name.as_deref(), Some(name), "{failure}");
	}
}

#[tokio::test]
async fn fails_when_the_ticker_is_of_another_asset() {
	let world = world();
	for (ticker, named) in [("HBG", true), ("hb-g", true), ("HBS", false)] {
		let bundle = world.bundle();
		let (mut state, _) = proof::verify(&bundle, world.genesis_hash(), NOW).unwrap();
		let question = Question {
			asset: ASSET,
			ticker: Some(ticker.to_string()),
			holder: holder(),
			roles: vec![(Role::Minter, 3)],
		};
		let found = Statement::read(&mut state, &question).await;
		assert_eq!(found.is_ok(), named, "{ticker}");
		if let Err(failure) = found {
			assert_eq!(failure.name.as_deref(), Some("AnotherAsset"));
		}
	}
}

#[tokio::test]
async fn a_changed_question_gets_no_other_answer() {
	let world = world();
	let path = Path::new("statement.json");
	let good = Saved::new(ASSET, &holder(), named(), &world.bundle());
	let genesis = world.genesis_hash();
	let changed = Saved {
		asset: 8,
		..good.clone()
	};
	// Where the proof happens to say that there is nothing, it may be believed.
	let failure = read_saved(&changed, path, genesis, NOW)
		.await
		.err()
		.unwrap();
	let name = failure.name.unwrap_or_default();
	assert!(
		["Forged", "UnknownAsset"].contains(&name.as_str()),
		"{name}"
	);
	let changed = Saved {
		holder: AccountId32([6; 32]).to_string(),
		..good.clone()
	};
	match read_saved(&changed, path, genesis, NOW).await {
		Ok((_, statement)) => assert_eq!(statement.own_claim(), Some(0)),
		Err(failure) => assert_eq!(failure.name.as_deref(), Some("Forged")),
	}
	let nobody = Saved {
		holder: "nobody".into(),
		..good
	};
	let failure = read_saved(&nobody, path, genesis, NOW).await.err().unwrap();
	assert_eq!(failure.exit_code(), 2);
	assert!(failure.what.contains("`nobody` is no address"), "{failure}");
}

#[tokio::test]
async fn fails_when_a_proof_leaves_a_value_out() {
	let world = world();
	let hidden = world.with_hidden(
		api::storage().assets().account(),
		(ASSET, AccountId32([6; 32])),
	);
	let path = Path::new("statement.json");
	let saved = Saved::new(ASSET, &AccountId32([6; 32]), named(), &hidden.bundle());
	let failure = read_saved(&saved, path, hidden.genesis_hash(), NOW).await;
	assert_eq!(failure.err().unwrap().name.as_deref(), Some("Forged"));
}

#[tokio::test]
async fn fails_when_there_is_no_such_asset() {
	let registry = api::storage().asset_registry();
	let world = World::new()
		.without(registry.summaries(), (ASSET,))
		.without(registry.terms(), (ASSET,));
	let failure = read(&world).await.err().unwrap();
	assert_eq!(failure.name.as_deref(), Some("UnknownAsset"));
}

#[tokio::test]
async fn every_role_is_shown_or_none_is_believed() {
	let registry = api::storage().asset_registry();
	let two = world().with(registry.filings(), (ASSET,), &filing(2)).with(
		registry.roles(),
		(ASSET, (Role::Auditor, 9)),
		&grant(),
	);
	let path = Path::new("statement.json");
	let role = |name: &str, identity| (name.to_string(), identity);
	for (roles, complete) in [
		(vec![role("minter", 3), role("auditor", 9)], true),
		// Named twice, or by no grant: neither stands for the one that is left out.
		(vec![role("minter", 3), role("minter", 3)], false),
		(vec![role("minter", 3)], false),
		(vec![], false),
	] {
		let saved = Saved::new(ASSET, &holder(), roles.clone(), &two.bundle());
		let found = read_saved(&saved, path, two.genesis_hash(), NOW).await;
		match found {
			Ok((_, statement)) => assert_eq!((complete, statement.roles.len()), (true, 2)),
			Err(failure) => {
				assert!(!complete, "{failure}");
				assert_eq!(failure.name.as_deref(), Some("Incomplete"));
				assert!(failure.what.starts_with("2 roles are granted"), "{failure}");
			},
		}
	}
	let saved = Saved::new(ASSET, &holder(), vec![role("king", 1)], &two.bundle());
	let failure = read_saved(&saved, path, two.genesis_hash(), NOW).await;
	let failure = failure.err().unwrap();
	assert_eq!(failure.exit_code(), 2);
	assert!(
		failure.what.contains("there is no role `king`"),
		"{failure}"
	);
}

#[tokio::test]
async fn a_stranger_has_nothing() {
	let key = (ASSET, holder());
	let world = world()
		.without(api::storage().assets().account(), key)
		.without(api::storage().assets_holder().holds(), key)
		.without(api::storage().compliance().last_units(), (key,))
		.without(api::storage().identities().links(), (holder(),));
	let statement = read(&world).await.unwrap();
	assert_eq!((statement.holding.free, statement.holding.held()), (0, 0));
	assert!(statement.holding.position.is_none());
	assert_eq!(statement.own_claim(), Some(0));
}
