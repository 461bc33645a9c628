//! What the calls do.

use crate::{
	checks::{normalise_ticker, skeleton},
	role::opposite,
	types::*,
	Config, Deposits, Documents, Error, Event, Filings, HoldReason, Latest, NextAssetId, Pallet,
	Roles, Summaries, Terms, Tickers,
};
use alloc::vec::Vec;
use assay_primitives::{
	AssetId, AssetStatus, AssetSummary, Balance, Hash, IdentityId, IdentityKind, Role, Standing,
};
use assay_traits::{acting_identity, AssetInspect, GuardedLedger, IdentityInspect, OnAssetStatus};
use polkadot_sdk::{
	frame_support::{
		defensive, ensure,
		traits::{fungible::MutateHold, tokens::Precision, Contains, EnsureOrigin, Get, Time},
	},
	frame_system::{ensure_signed, pallet_prelude::OriginFor},
	sp_io::hashing::blake2_256,
	sp_runtime::{ArithmeticError, DispatchError, DispatchResult},
};

/// Who acts.
impl<T: Config> Pallet<T> {
	/// The asset's summary, if its status opens the act to that party.
	pub(crate) fn load(asset: AssetId, act: Act, party: Party) -> Result<AssetSummary, Error<T>> {
		let summary = Summaries::<T>::get(asset).ok_or(Error::<T>::NotFound)?;
		ensure!(
			act.open_to(summary.status).contains(&party),
			Error::<T>::StatusForbids
		);
		Ok(summary)
	}

	/// The identity that acts for the issuer, and the summary, if the status opens the act to it.
	pub(crate) fn ensure_issuer(
		who: &T::AccountId,
		asset: AssetId,
		act: Act,
	) -> Result<(IdentityId, AssetSummary), Error<T>> {
		ensure!(Summaries::<T>::contains_key(asset), Error::<T>::NotFound);
		let now = T::Time::now();
		let by = acting_identity::<_, T::Identities, Self>(who, asset, Role::Issuer, now)
			.ok_or(Error::<T>::NotIssuer)?;
		Ok((by, Self::load(asset, act, Party::Issuer)?))
	}

	/// Tells the council from a signer, who stands for `otherwise`.
	pub(crate) fn council_or_signed(
		origin: OriginFor<T>,
		otherwise: Party,
	) -> Result<(Party, Option<T::AccountId>), DispatchError> {
		match T::CouncilOrigin::try_origin(origin) {
			Ok(_) => Ok((Party::Council, None)),
			Err(origin) => Ok((otherwise, Some(ensure_signed(origin)?))),
		}
	}

	/// The identity of the signer, who must have the role; nobody when the council acts.
	pub(crate) fn ensure_acting(
		who: Option<T::AccountId>,
		asset: AssetId,
		role: Role,
	) -> Result<Option<IdentityId>, ()> {
		let Some(who) = who else { return Ok(None) };
		let now = T::Time::now();
		acting_identity::<_, T::Identities, Self>(&who, asset, role, now)
			.map(Some)
			.ok_or(())
	}

	/// The organisation that an identity acts for, if it is in good standing.
	pub(crate) fn active_organisation_of(identity: IdentityId) -> Result<IdentityId, Error<T>> {
		let organisation =
			T::Identities::organisation_of(identity).ok_or(Error::<T>::OrganisationNotActive)?;
		Self::ensure_active(organisation)?;
		Ok(organisation)
	}

	/// An organisation, not a person.
	pub(crate) fn ensure_legal(identity: IdentityId) -> Result<(), Error<T>> {
		let profile = T::Identities::profile(identity).ok_or(Error::<T>::OrganisationNotActive)?;
		ensure!(
			profile.kind == IdentityKind::Legal,
			Error::<T>::OrganisationRequired
		);
		Ok(())
	}

	fn ensure_active(identity: IdentityId) -> Result<(), Error<T>> {
		let active = T::Identities::profile(identity)
			.is_some_and(|profile| profile.standing == Standing::Active);
		ensure!(active, Error::<T>::OrganisationNotActive);
		Ok(())
	}
}

/// The life of an asset.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_draft(
		who: &T::AccountId,
		by: IdentityId,
		issuer: IdentityId,
		definition: AssetDefinition,
	) -> DispatchResult {
		let asset = NextAssetId::<T>::get();
		let next = asset.checked_add(1).ok_or(Error::<T>::TooManyAssets)?;
		let ticker = definition.terms.symbol.clone();
		let key = skeleton(ticker.clone());
		ensure!(!Tickers::<T>::contains_key(&key), Error::<T>::TickerTaken);
		Self::hold_deposit(asset, who, T::AssetDeposit::get())?;
		Self::engage(issuer)?;

		NextAssetId::<T>::put(next);
		Tickers::<T>::insert(key, asset);
		let filing = Filing {
			drafted_by: by,
			approved_by: None,
			documents: 0,
			grants: 0,
		};
		Filings::<T>::insert(asset, filing);
		Latest::<T>::insert(asset, LatestDocuments::new());
		let terms_hash = definition.hash();
		Self::write_definition(asset, issuer, definition);
		Self::deposit_event(Event::AssetDrafted {
			asset,
			issuer,
			ticker,
			terms_hash,
			by,
		});
		Ok(())
	}

	pub(crate) fn do_amend(
		asset: AssetId,
		by: IdentityId,
		summary: AssetSummary,
		definition: AssetDefinition,
	) -> DispatchResult {
		let old = Self::definition(asset, &summary).ok_or(Error::<T>::NotFound)?;
		let (old_key, new_key) = (
			skeleton(old.terms.symbol.clone()),
			skeleton(definition.terms.symbol.clone()),
		);
		if old_key != new_key {
			ensure!(
				!Tickers::<T>::contains_key(&new_key),
				Error::<T>::TickerTaken
			);
			Tickers::<T>::remove(old_key);
			Tickers::<T>::insert(new_key, asset);
		}
		Filings::<T>::mutate_extant(asset, |filing| filing.drafted_by = by);
		let (old, new) = (old.hash(), definition.hash());
		Self::write_definition(asset, summary.issuer, definition);
		Self::deposit_event(Event::DraftAmended {
			asset,
			old,
			new,
			by,
		});
		Ok(())
	}

	/// Removes a draft and says how many documents it had.
	pub(crate) fn do_remove(asset: AssetId) -> Result<u32, DispatchError> {
		let filing = Filings::<T>::take(asset).ok_or(Error::<T>::NotFound)?;
		let terms = Terms::<T>::take(asset).ok_or(Error::<T>::NotFound)?;
		Tickers::<T>::remove(skeleton(terms.symbol));
		let summary = Summaries::<T>::take(asset).ok_or(Error::<T>::NotFound)?;
		Self::disengage(summary.issuer)?;
		for latest in Latest::<T>::take(asset).unwrap_or_default() {
			for version in 1..=latest.version {
				Documents::<T>::remove(asset, (latest.kind, version));
			}
		}
		// Bounded: each account here paid for the draft or for one of its documents.
		for (who, amount) in Deposits::<T>::drain_prefix(asset) {
			Self::release_deposit(&who, amount)?;
		}
		Ok(filing.documents)
	}

	pub(crate) fn do_approve(
		asset: AssetId,
		summary: AssetSummary,
		by: IdentityId,
		organisation: IdentityId,
		terms_hash: Hash,
	) -> DispatchResult {
		ensure!(
			T::Approvers::contains(&by) || T::Approvers::contains(&organisation),
			Error::<T>::NotApprover
		);
		let definition = Self::definition(asset, &summary).ok_or(Error::<T>::NotFound)?;
		let mut filing = Filings::<T>::get(asset).ok_or(Error::<T>::NotFound)?;
		ensure!(
			organisation != summary.issuer && by != filing.drafted_by,
			Error::<T>::SecondOrganisationRequired
		);
		ensure!(definition.hash() == terms_hash, Error::<T>::TermsChanged);

		let at = T::Time::now();
		filing.approved_by = Some(Approval {
			by,
			organisation,
			at,
			terms_hash,
		});
		Filings::<T>::insert(asset, filing);
		Self::deposit_event(Event::AssetApproved {
			asset,
			terms_hash,
			by,
			organisation,
		});
		Self::set_status(asset, summary, AssetStatus::Registered, Some(by))
	}

	pub(crate) fn do_activate(
		asset: AssetId,
		summary: AssetSummary,
		by: IdentityId,
	) -> DispatchResult {
		ensure!(
			Self::documents_in_force(asset, T::Time::now()),
			Error::<T>::DocumentsExpired
		);
		let terms = Terms::<T>::get(asset).ok_or(Error::<T>::NotFound)?;
		T::Ledger::open(asset, &terms.name, &terms.symbol, terms.decimals)?;
		Self::set_status(asset, summary, AssetStatus::Active, Some(by))
	}

	/// The one place where a status changes.
	pub(crate) fn set_status(
		asset: AssetId,
		summary: AssetSummary,
		new: AssetStatus,
		by: Option<IdentityId>,
	) -> DispatchResult {
		let old = summary.status;
		ensure!(old.can_become(new), Error::<T>::StatusForbids);
		if new == AssetStatus::Retired {
			Self::disengage(summary.issuer)?;
		}
		Summaries::<T>::insert(
			asset,
			AssetSummary {
				status: new,
				..summary
			},
		);
		T::OnStatus::status_changed(asset, new);
		Self::deposit_event(Event::StatusChanged {
			asset,
			old,
			new,
			by,
		});
		Ok(())
	}

	/// What an approver signs for, put together again.
	pub(crate) fn definition(asset: AssetId, summary: &AssetSummary) -> Option<AssetDefinition> {
		let terms = Terms::<T>::get(asset)?;
		Some(AssetDefinition {
			kind: summary.kind,
			unit: summary.unit,
			terms,
		})
	}

	fn write_definition(asset: AssetId, issuer: IdentityId, definition: AssetDefinition) {
		let AssetDefinition { kind, unit, terms } = definition;
		let underlying_unit = blake2_256(&terms.underlying_unit).into();
		let status = AssetStatus::Draft;
		Summaries::<T>::insert(
			asset,
			AssetSummary {
				status,
				kind,
				issuer,
				unit,
				underlying_unit,
			},
		);
		Terms::<T>::insert(asset, terms);
	}
}

/// Documents and roles.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_add_document(
		who: &T::AccountId,
		by: IdentityId,
		asset: AssetId,
		status: AssetStatus,
		kind: DocumentKind,
		filing: DocumentFiling,
	) -> DispatchResult {
		let now = T::Time::now();
		let DocumentFiling {
			hash,
			valid_until,
			required,
			..
		} = filing;
		ensure!(
			valid_until.is_none_or(|until| now <= until),
			Error::<T>::AlreadyExpired
		);
		let mut file = Filings::<T>::get(asset).ok_or(Error::<T>::NotFound)?;
		let mut index = Latest::<T>::get(asset).ok_or(Error::<T>::NotFound)?;
		ensure!(
			status != AssetStatus::Draft || file.documents < MAX_DRAFT_DOCUMENTS,
			Error::<T>::TooManyDocuments
		);
		let version = match index.iter_mut().find(|latest| latest.kind == kind) {
			Some(latest) => {
				let stands = status != AssetStatus::Draft && latest.required;
				ensure!(required || !stands, Error::<T>::RequirementStands);
				let version = latest
					.version
					.checked_add(1)
					.ok_or(Error::<T>::TooManyDocuments)?;
				*latest = LatestDocument {
					kind,
					version,
					valid_until,
					required,
				};
				version
			},
			None => {
				let latest = LatestDocument {
					kind,
					version: 1,
					valid_until,
					required,
				};
				index
					.try_push(latest)
					.map_err(|_| Error::<T>::TooManyDocumentKinds)?;
				latest.version
			},
		};
		file.documents = file
			.documents
			.checked_add(1)
			.ok_or(Error::<T>::TooManyDocuments)?;
		Self::hold_deposit(asset, who, T::DocumentDeposit::get())?;

		Filings::<T>::insert(asset, file);
		Latest::<T>::insert(asset, index);
		let document = Document {
			filing,
			added_at: now,
			added_by: by,
		};
		Documents::<T>::insert(asset, (kind, version), document);
		Self::deposit_event(Event::DocumentAdded {
			asset,
			kind,
			version,
			hash,
			valid_until,
			required,
			by,
		});
		Ok(())
	}

	pub(crate) fn do_grant(
		asset: AssetId,
		summary: AssetSummary,
		role: Role,
		identity: IdentityId,
		new: RoleGrant,
	) -> DispatchResult {
		ensure!(role != Role::Issuer, Error::<T>::RoleImplied);
		ensure!(new.holds(T::Time::now()), Error::<T>::AlreadyExpired);
		Self::ensure_active(identity)?;
		if matches!(role, Role::Custodian | Role::Auditor) {
			Self::ensure_legal(identity)?;
			ensure!(identity != summary.issuer, Error::<T>::RolesConflict);
		}
		let conflict =
			opposite(role).is_some_and(|other| Roles::<T>::contains_key(asset, (other, identity)));
		ensure!(!conflict, Error::<T>::RolesConflict);

		let old = Roles::<T>::get(asset, (role, identity));
		if old.is_none() {
			let mut file = Filings::<T>::get(asset).ok_or(Error::<T>::NotFound)?;
			ensure!(file.grants < MAX_GRANTS, Error::<T>::TooManyGrants);
			file.grants = file
				.grants
				.checked_add(1)
				.ok_or(Error::<T>::TooManyGrants)?;
			Filings::<T>::insert(asset, file);
			Self::engage(identity)?;
		}
		Roles::<T>::insert(asset, (role, identity), new);
		Self::deposit_event(Event::RoleGranted {
			asset,
			role,
			identity,
			old,
			new,
		});
		Ok(())
	}

	pub(crate) fn do_revoke(
		who: &T::AccountId,
		asset: AssetId,
		role: Role,
		identity: IdentityId,
	) -> DispatchResult {
		ensure!(Summaries::<T>::contains_key(asset), Error::<T>::NotFound);
		ensure!(role != Role::Issuer, Error::<T>::RoleImplied);
		let by = T::Identities::active_identity_of(who).ok_or(Error::<T>::NotActive)?;
		let resigns =
			by == identity || Self::active_organisation_of(by).is_ok_and(|it| it == identity);
		if !resigns {
			Self::ensure_issuer(who, asset, Act::ChangeRoles)?;
		}
		ensure!(
			Roles::<T>::contains_key(asset, (role, identity)),
			Error::<T>::NotGranted
		);
		let mut file = Filings::<T>::get(asset).ok_or(Error::<T>::NotFound)?;
		file.grants = file.grants.checked_sub(1).ok_or_else(|| {
			defensive!("a grant was stored and not counted");
			ArithmeticError::Underflow
		})?;
		Self::disengage(identity)?;
		Roles::<T>::remove(asset, (role, identity));
		Filings::<T>::insert(asset, file);
		Self::deposit_event(Event::RoleRevoked {
			asset,
			role,
			identity,
			by,
		});
		Ok(())
	}

	pub(crate) fn do_reclaim(who: T::AccountId, asset: AssetId) -> DispatchResult {
		let summary = Summaries::<T>::get(asset).ok_or(Error::<T>::NotFound)?;
		ensure!(
			summary.status == AssetStatus::Retired,
			Error::<T>::StatusForbids
		);
		let amount = Deposits::<T>::get(asset, &who);
		ensure!(amount > 0, Error::<T>::NoDeposit);
		Self::release_deposit(&who, amount)?;
		Deposits::<T>::remove(asset, &who);
		Self::deposit_event(Event::DepositReclaimed { asset, who, amount });
		Ok(())
	}

	fn hold_deposit(asset: AssetId, who: &T::AccountId, amount: Balance) -> DispatchResult {
		let total = Deposits::<T>::get(asset, who)
			.checked_add(amount)
			.ok_or(ArithmeticError::Overflow)?;
		T::Currency::hold(&HoldReason::AssetDeposit.into(), who, amount)?;
		Deposits::<T>::insert(asset, who, total);
		Ok(())
	}

	pub(crate) fn release_deposit(who: &T::AccountId, amount: Balance) -> DispatchResult {
		T::Currency::release(
			&HoldReason::AssetDeposit.into(),
			who,
			amount,
			Precision::Exact,
		)?;
		Ok(())
	}
}

/// Questions.
impl<T: Config> Pallet<T> {
	pub(crate) fn details(asset: AssetId) -> Option<AssetDetails> {
		let summary = Summaries::<T>::get(asset)?;
		let definition = Self::definition(asset, &summary)?;
		Some(AssetDetails {
			summary,
			terms_hash: definition.hash(),
			terms: definition.terms,
			filing: Filings::<T>::get(asset)?,
		})
	}

	pub(crate) fn latest_documents(asset: AssetId) -> DocumentList {
		Latest::<T>::get(asset)
			.unwrap_or_default()
			.into_iter()
			.filter_map(|LatestDocument { kind, version, .. }| {
				Some((kind, version, Documents::<T>::get(asset, (kind, version))?))
			})
			.collect()
	}

	/// At most [`MAX_GRANTS`].
	pub(crate) fn grants_of(
		asset: AssetId,
	) -> impl Iterator<Item = ((Role, IdentityId), RoleGrant)> {
		Roles::<T>::iter_prefix(asset)
	}

	pub(crate) fn actors(asset: AssetId, act: Act) -> Vec<Actor> {
		let Some(summary) = Summaries::<T>::get(asset) else {
			return Vec::new();
		};
		let mut actors = Vec::new();
		for party in act.open_to(summary.status) {
			match party {
				Party::Issuer => actors.push(Actor::Identity(summary.issuer)),
				Party::Approver => actors.push(Actor::Approver),
				Party::Council => actors.push(Actor::Council),
				Party::ComplianceOfficer => {
					let now = T::Time::now();
					let officers = Self::grants_of(asset)
						.filter(|((role, _), grant)| {
							*role == Role::ComplianceOfficer && grant.holds(now)
						})
						.map(|((_, identity), _)| Actor::Identity(identity));
					actors.extend(officers);
				},
			}
		}
		actors
	}

	pub(crate) fn find_ticker(ticker: &[u8]) -> Option<AssetId> {
		let ticker = normalise_ticker(ticker)?;
		let asset = Tickers::<T>::get(skeleton(ticker.clone()))?;
		(Terms::<T>::get(asset)?.symbol == ticker).then_some(asset)
	}
}
