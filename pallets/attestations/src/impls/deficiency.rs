//! The three proofs of deficiency, and what follows from them.

use crate::{
	evaluate::diverges, Config, DeficiencyProof, Error, Event, Fault, Heads, Pallet, ReportInput,
	Reports, Statement, StatementContent, Testimony,
};
use alloc::{collections::BTreeSet, vec, vec::Vec};
use assay_primitives::{
	BondPurpose, Hash, IdentityId, LotId, LotPlace, LotProof, Moment, Role, Scope, Signature,
};
use assay_traits::{BondDraw, IdentityInspect, LotInspect, ReserveParameters, RoleInspect};
use codec::Encode;
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{Get, Time},
	},
	sp_io::hashing::blake2_256,
	sp_runtime::{DispatchError, DispatchResult},
};

/// A scope at fault, and the moment of which its custodian spoke falsely.
type Finding = (Scope, Moment);

impl<T: Config> Pallet<T> {
	/// Looks at a proof, disputes the scopes that it finds at fault, and pays who brought it.
	pub(crate) fn do_prove(
		prover: T::AccountId,
		proof: DeficiencyProof<T::AccountId>,
	) -> DispatchResult {
		let identity = Self::admitted(&prover)?;
		let organisation = T::Identities::organisation_of(identity).unwrap_or(identity);
		let hash = Hash::from(blake2_256(&proof.encode()));
		let (fault, found) = match proof {
			DeficiencyProof::Conflict { first, second } => {
				(Fault::Conflict, Self::find_conflict(first, second)?)
			},
			DeficiencyProof::LowerFigure {
				statement,
				author,
				signature,
			} => {
				let (auditor, finding) = Self::find_lower_figure(&statement, &author, &signature)?;
				ensure!(auditor != organisation, Error::<T>::NotIndependent);
				(Fault::LowerFigure, vec![finding])
			},
			DeficiencyProof::DoublePledge {
				first,
				first_lot,
				second,
				second_lot,
			} => {
				let found = Self::find_double_pledge(first, &first_lot, second, &second_lot)?;
				(Fault::DoublePledge, found)
			},
		};
		let scopes = Self::not_punished(&found)?;
		ensure!(
			scopes.iter().all(|scope| scope.custodian != organisation),
			Error::<T>::NotIndependent
		);
		Self::punish(&scopes, fault, hash, &prover)
	}

	/// Two statements of one scope as of one moment that cannot both be true.
	fn find_conflict(
		first: Testimony<T::AccountId>,
		second: Testimony<T::AccountId>,
	) -> Result<Vec<Finding>, DispatchError> {
		let (scope, one) = Self::hear(first)?;
		let (other_scope, other) = Self::hear(second)?;
		ensure!(
			scope == other_scope && one.conflicts_with(&other),
			Error::<T>::NothingProven
		);
		Ok(vec![(scope, one.as_of)])
	}

	/// An independent auditor's figure for the newest report, lower by more than the tolerance.
	fn find_lower_figure(
		statement: &Statement,
		author: &T::AccountId,
		signature: &Signature,
	) -> Result<(IdentityId, Finding), DispatchError> {
		Self::ensure_authentic(statement, author, signature)?;
		let scope = statement.scope;
		let StatementContent::Confirmation(verdict) = &statement.content else {
			return Err(Error::<T>::WrongStatement.into());
		};
		let auditor = Self::confirming_auditor(author, scope.asset)?;
		Self::ensure_independent(scope, auditor)?;
		let report = Self::standing_report(scope)?;
		ensure!(
			report.hash(scope) == verdict.report,
			Error::<T>::ReportSuperseded
		);
		let parameters = T::Parameters::values(scope.asset, T::Time::now())
			.ok_or(Error::<T>::ParametersMissing)?;
		let (stated, found) = (report.statement.quantity, verdict.quantity);
		ensure!(
			found < stated && diverges(stated, found, parameters.tolerance_bps),
			Error::<T>::NothingProven
		);
		Ok((auditor, (scope, report.statement.as_of)))
	}

	/// A lot under the roots of two reports that are valid at one time.
	fn find_double_pledge(
		first: Testimony<T::AccountId>,
		first_lot: &LotProof,
		second: Testimony<T::AccountId>,
		second_lot: &LotProof,
	) -> Result<Vec<Finding>, DispatchError> {
		let lot = first_lot.lot;
		ensure!(lot == second_lot.lot, Error::<T>::BadLotProof);
		let (scope, one) = Self::hear(first)?;
		let (other_scope, other) = Self::hear(second)?;
		for (report, proof) in [(&one, first_lot), (&other, second_lot)] {
			let included = report.lots_root.is_some_and(|root| proof.verify(root));
			ensure!(included, Error::<T>::BadLotProof);
		}
		ensure!(
			scope != other_scope && one.overlaps(&other),
			Error::<T>::NothingProven
		);
		let found = Self::at_fault(lot, (scope, one.as_of), (other_scope, other.as_of));
		ensure!(!found.is_empty(), Error::<T>::NothingProven);
		Ok(found)
	}

	/// Which of two that count one lot does so wrongly, by the register of lots. Both, if the
	/// register does not know the lot.
	fn at_fault(lot: LotId, first: Finding, second: Finding) -> Vec<Finding> {
		let place = T::Lots::place(lot);
		[(first, second.0), (second, first.0)]
			.into_iter()
			.filter(|((scope, as_of), other)| {
				!place.is_some_and(|place| is_cleared(&place, *scope, *as_of, *other))
			})
			.map(|(finding, _)| finding)
			.collect()
	}

	/// What a custodian has said: the scope it spoke of, and the report.
	fn hear(testimony: Testimony<T::AccountId>) -> Result<(Scope, ReportInput), DispatchError> {
		match testimony {
			Testimony::Newest(scope) => {
				let report = Reports::<T>::get(scope).ok_or(Error::<T>::ReportNotFound)?;
				Ok((scope, report.statement))
			},
			Testimony::Signed {
				statement,
				author,
				signature,
			} => {
				Self::ensure_authentic(&statement, &author, &signature)?;
				let scope = statement.scope;
				let StatementContent::Report(report) = statement.content else {
					return Err(Error::<T>::WrongStatement.into());
				};
				ensure!(report.as_of <= T::Time::now(), Error::<T>::AsOfInFuture);
				ensure!(Self::speaks_for(&author, scope), Error::<T>::NotCustodian);
				Ok((scope, report))
			},
		}
	}

	/// Whether what the account signs binds the scope's custodian: it is the custodian's own, or that
	/// of somebody who acts for it with its role. Suspending either frees from nothing.
	fn speaks_for(author: &T::AccountId, scope: Scope) -> bool {
		T::Identities::identity_of(author).is_some_and(|identity| {
			identity == scope.custodian
				|| (T::Identities::organisation_of(identity) == Some(scope.custodian)
					&& T::Roles::has_role(scope.asset, Role::Custodian, identity, T::Time::now()))
		})
	}

	/// The scopes that have not been found at fault for that moment or a later one.
	fn not_punished(found: &[Finding]) -> Result<Vec<Scope>, DispatchError> {
		let mut scopes = Vec::new();
		for (scope, as_of) in found {
			let head = Heads::<T>::get(scope).ok_or(Error::<T>::ReportNotFound)?;
			if head.faulted_at.is_none_or(|faulted_at| *as_of > faulted_at) {
				scopes.push(*scope);
			}
		}
		ensure!(!scopes.is_empty(), Error::<T>::AlreadyProven);
		Ok(scopes)
	}

	/// Disputes the scopes, and pays the prover once from the bond of each custodian.
	fn punish(
		scopes: &[Scope],
		fault: Fault,
		proof: Hash,
		prover: &T::AccountId,
	) -> DispatchResult {
		let now = T::Time::now();
		let mut paid = BTreeSet::new();
		for scope in scopes.iter().copied() {
			Heads::<T>::mutate_extant(scope, |head| head.faulted_at = Some(now));
			Self::mutate_record(scope, |record| record.faulted = true);
			let reward = if paid.insert(scope.custodian) {
				T::Bonds::draw_share(
					BondPurpose::Custodian(scope.custodian),
					T::ProofRewardBps::get(),
					prover,
					proof,
				)?
			} else {
				0
			};
			Self::deposit_event(Event::DeficiencyProven {
				scope,
				fault,
				proof,
				prover: prover.clone(),
				reward,
			});
		}
		Ok(())
	}
}

/// Whether the register clears a scope that counted a lot as of a moment: it has the lot with the
/// scope, or the lot came to its present place only then or later. A lot that is pledged to nothing
/// clears who keeps it, but not if the other that counts it is the same keeper.
fn is_cleared(place: &LotPlace, scope: Scope, as_of: Moment, other: Scope) -> bool {
	let keeps = |scope: Scope| (place.custodian, place.vault) == (scope.custodian, scope.vault);
	as_of <= place.since
		|| (keeps(scope)
			&& match place.lien {
				Some(asset) => asset == scope.asset,
				None => !keeps(other),
			})
}
