//! Everything that the model knows, read from the chain.

use super::{
	model::{Holder, Model, Purse, Stage, State},
	officers,
	ops::*,
	setup::*,
};
use crate::{
	tests::{chain::now, lives::same, world::*},
	Assets, AssetsHolder, Compliance, Dockets, Identities, Issuance, Runtime, RuntimeHoldReason,
};
use assay_primitives::{AssetStatus, Balance, Jurisdiction, Movement, Standing};
use assay_traits::{GuardedHolds, PositionInspect};
use pallet_dockets::DocketState;
use pallet_identities::{LinkState, ReplacementStage};
use pallet_issuance::RedemptionState;
use polkadot_sdk::frame_support::traits::{
	fungibles::{approvals::Inspect as Approvals, Inspect, InspectHold},
	tokens::{Fortitude, Preservation},
};
use std::collections::BTreeMap;

/// Sees that chain and model agree on all that may have changed.
pub fn compare(model: &Model) -> Result<(), String> {
	same("the time", &now(), &model.now)?;
	same("the supply", &supply(), &model.supply)?;
	for (account, purse) in model.purses.iter().enumerate() {
		purses(model, account, purse).map_err(|it| format!("account {account}: {it}"))?;
	}
	for (person, holder) in model.holders.iter().enumerate() {
		holders(model, person, holder).map_err(|it| format!("person {person}: {it}"))?;
	}
	let mut countries = BTreeMap::<Jurisdiction, u32>::new();
	for country in model.holders.iter().filter_map(|holder| holder.counted) {
		*countries.entry(country).or_default() += 1;
	}
	let counted: BTreeMap<_, _> = Compliance::holders(GOLD).iter().collect();
	same("the holders by country", &counted, &countries)?;
	let of_asset = <Compliance as PositionInspect>::holders(GOLD);
	same("the holders", &of_asset, &model.count(None))?;
	asset(model)?;
	past(model)?;
	redemptions(model)?;
	dockets(model)
}

fn purses(model: &Model, account: Account, purse: &Purse) -> Result<(), String> {
	let who = id(account);
	same(
		"free units",
		&<Assets as Inspect<_>>::balance(GOLD, &who),
		&purse.formally_free(),
	)?;
	let on_hold = <AssetsHolder as InspectHold<_>>::total_balance_on_hold(GOLD, &who);
	same("units on hold", &on_hold, &purse.formally_held())?;
	let reason = RuntimeHoldReason::Issuance(pallet_issuance::HoldReason::Redemption);
	let held = <Compliance as GuardedHolds<_>>::held(GOLD, reason, &who);
	same("held units", &held, &purse.held)?;
	// The ledger on its own gives nothing away.
	let reducible = <Assets as Inspect<_>>::reducible_balance(
		GOLD,
		&who,
		Preservation::Expendable,
		Fortitude::Polite,
	);
	same("what moves without leave", &reducible, &0)?;
	let link = Identities::identity_of(who);
	let person = purse.person.map(|person| model.holders[person].identity);
	let linked = link.map(|link| link.identity);
	same("the identity behind it", &linked, &person)?;
	if let (Some(link), Some(person)) = (link, purse.person) {
		let state = match purse.state {
			State::Ordinary => LinkState::Ordinary,
			State::Replaced => LinkState::Replaced,
			State::Successor => LinkState::Successor,
		};
		same("the state of its link", &link.state, &state)?;
		let standing = standing(&model.holders[person]);
		same("the standing of its link", &link.standing, &standing)?;
	}
	for other in 0..model.purses.len() {
		let approved = model.allowances.get(&(account, other)).copied();
		same(
			"what it has approved",
			&allowance(account, other),
			&approved.unwrap_or_default(),
		)?;
	}
	let stage = model.replacements.get(&account).map(|it| {
		let stage = match (it.settling, it.contested) {
			(true, _) => ReplacementStage::Settling,
			(false, true) => ReplacementStage::Contested,
			(false, false) => ReplacementStage::Open,
		};
		(stage, id(it.new), it.accepted, it.until)
	});
	let replacement = Identities::replacement(id(account))
		.map(|it| (it.stage, it.successor, it.accepted, it.objection_until));
	same("its replacement", &replacement, &stage)
}

fn allowance(owner: Account, delegate: Account) -> Balance {
	<Assets as Approvals<_>>::allowance(GOLD, &id(owner), &id(delegate))
}

const fn standing(holder: &Holder) -> Standing {
	match (holder.sanctioned, holder.suspended) {
		(true, _) => Standing::Sanctioned,
		(false, true) => Standing::Suspended,
		(false, false) => Standing::Active,
	}
}

fn holders(model: &Model, person: Person, holder: &Holder) -> Result<(), String> {
	let record = Identities::identity(holder.identity).ok_or("is not registered any more")?;
	let profile = record.profile;
	same("the standing", &profile.standing, &standing(holder))?;
	same("the country", &profile.jurisdiction, &holder.country)?;
	same(
		"where it moves to",
		&profile.pending_jurisdiction,
		&holder.moves_to,
	)?;
	same(
		"the number of claims",
		&profile.claims.len(),
		&holder.claims.len(),
	)?;
	let replaced = |purse: &Purse| purse.person == Some(person) && purse.state == State::Replaced;
	same(
		"whether an account of it is being replaced",
		&profile.replacing,
		&model.purses.iter().any(replaced),
	)?;
	let position = Compliance::position(GOLD, holder.identity).unwrap_or_default();
	same("the position", &position.total, &model.position(person))?;
	same("what of it is held", &position.held, &model.held(person))?;
	same(
		"what of it is frozen",
		&position.freeze,
		&officers::freeze(holder.freeze),
	)?;
	same(
		"the country it is counted under",
		&position.country,
		&holder.counted.unwrap_or(0),
	)?;
	same("the consent", &position.opted_in, &holder.opted_in)?;
	let docket = holder
		.docket
		.map(|(place, until)| (Model::docket_number(place), until));
	let on_chain = position.docket.map(|docket| (docket.docket, docket.until));
	same("the docket's freeze", &on_chain, &docket)?;
	for (account, purse) in model.purses.iter().enumerate() {
		if purse.person != Some(person) {
			continue;
		}
		let special = position.restriction(&id(account));
		let expected = (officers::freeze(purse.freeze), purse.last_held);
		same(
			&format!("what is special about account {account}"),
			&special,
			&expected,
		)?;
	}
	Ok(())
}

fn asset(model: &Model) -> Result<(), String> {
	let controls = Compliance::controls(GOLD).ok_or("the asset is unknown")?;
	let status = match model.suspended {
		true => AssetStatus::Suspended,
		false => AssetStatus::Active,
	};
	same("the status", &controls.status, &status)?;
	for (place, movement) in Movement::ALL.into_iter().enumerate() {
		let paused = controls.paused.contains(movement);
		let what = format!("whether {movement:?} is paused");
		same(&what, &paused, &model.paused.contains(&place))?;
	}
	let rules = Compliance::policy(GOLD).map(|policy| policy.len());
	same("the rules in force", &rules, &model.rules().map(Vec::len))?;
	for (from, to) in model.pre_approved.keys() {
		let number = |person: &Person| model.holders[*person].identity;
		let approval = Compliance::transfer_approval(GOLD, number(from), number(to));
		let approval = approval.map(|it| (it.max_amount, it.until));
		let expected = model.pre_approved.get(&(*from, *to)).copied();
		same("what is approved beforehand", &approval, &expected)?;
	}
	let approvals = pallet_compliance::TransferApprovals::<Runtime>::iter_keys().count();
	same(
		"the number of approvals",
		&approvals,
		&model.pre_approved.len(),
	)
}

fn past(model: &Model) -> Result<(), String> {
	for (number, checkpoint) in &model.checkpoints {
		let supply = Compliance::supply_at(GOLD, *number);
		same(
			&format!("the supply at checkpoint {number}"),
			&supply,
			&Some(checkpoint.supply),
		)?;
		for (holder, position) in model.holders.iter().zip(&checkpoint.positions) {
			let past = Compliance::position_at(GOLD, holder.identity, *number);
			let what = format!("the position of {} at {number}", holder.identity);
			same(&what, &past, &Some(*position))?;
		}
	}
	Ok(())
}

fn redemptions(model: &Model) -> Result<(), String> {
	// What is over does not change any more; the last ones show that it has ended well.
	let recent = model.redemptions.iter().enumerate().rev().take(12);
	for (place, redemption) in recent {
		let id = Model::number(place);
		let on_chain = Issuance::redemption(id).map(|it| (it.state.is_open(), it.amount));
		let expected =
			(redemption.stage != Stage::Gone).then_some((redemption.is_open(), redemption.amount));
		same(&format!("redemption {id}"), &on_chain, &expected)?;
		if let Some(it) = Issuance::redemption(id).filter(|it| it.state.is_open()) {
			let state = match redemption.stage {
				Stage::Requested => RedemptionState::Requested,
				Stage::Accepted => RedemptionState::Accepted,
				_ => RedemptionState::Released,
			};
			same(&format!("the state of {id}"), &it.state, &state)?;
			let due_by = (state != RedemptionState::Released).then(|| model.due_by(redemption));
			same(&format!("when {id} is due"), &Issuance::due_by(id), &due_by)?;
		}
	}
	let next = pallet_issuance::NextRedemptionId::<Runtime>::get();
	same(
		"the redemptions",
		&next,
		&Model::number(model.redemptions.len()),
	)
}

fn dockets(model: &Model) -> Result<(), String> {
	for (place, docket) in model.dockets.iter().enumerate().rev().take(12) {
		let id = Model::docket_number(place);
		let view = Dockets::docket(id);
		same(
			&format!("whether docket {id} is on record"),
			&view.is_some(),
			&!docket.removed,
		)?;
		let Some(view) = view else { continue };
		let open = view.state == DocketState::Proposed;
		let expired = view.state == DocketState::Expired;
		let over = model.now >= docket.expires_at && docket.closed_at.is_none();
		let what = format!("whether docket {id} is open or expired");
		same(&what, &(open, expired), &(docket.is_open(model.now), over))?;
	}
	let next = pallet_dockets::NextDocketId::<Runtime>::get();
	same(
		"the dockets",
		&next,
		&Model::docket_number(model.dockets.len()),
	)
}
