package org.zhengtong.base.identity.internal.passkey;

import com.webauthn4j.util.exception.WebAuthnException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.MapPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.MapUserCredentialRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.zhengtong.base.identity.PasskeySite;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two ceremonies of WebAuthn with one site, checked by Spring Security. No bean, and nothing of it stands in a bean's
 * signature: its classes are loaded when somebody uses a passkey.
 *
 * <p>The user must be verified by the device (finger, face, PIN), so that a passkey counts as two factors.
 */
final class Ceremony {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PasskeySite site;
    private final PublicKeyCredentialRpEntity party;

    Ceremony(PasskeySite site, String siteName) {
        this.site = site;
        party = PublicKeyCredentialRpEntity.builder()
                .id(site.host())
                .name(siteName)
                .build();
    }

    /** Who gets a key: the random handle, and the name that the device shows. */
    @SuppressWarnings("ArrayRecordComponent")
    record Owner(byte[] handle, String name) {
        PublicKeyCredentialUserEntity entity() {
            return ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(new Bytes(handle))
                    .name(name)
                    .displayName(name)
                    .build();
        }
    }

    String creationOptions(byte[] challenge, Owner owner, List<byte[]> known) {
        return JSON.writeValueAsString(creation(challenge, owner, known));
    }

    private PublicKeyCredentialCreationOptions creation(byte[] challenge, Owner owner, List<byte[]> known) {
        return PublicKeyCredentialCreationOptions.builder()
                .attestation(AttestationConveyancePreference.NONE)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build())
                .challenge(new Bytes(challenge))
                .timeout(PATIENCE)
                .user(owner.entity())
                .rp(party)
                .excludeCredentials(known.stream()
                        .map(id -> PublicKeyCredentialDescriptor.builder()
                                .id(new Bytes(id))
                                .build())
                        .toList())
                .build();
    }

    // Where an answer leaves a part out, the library finds null: that is a refusal like any other.
    /** The key that a browser made; empty when the answer does not fit. */
    Optional<StoredKey> made(String answer, byte[] challenge, Owner owner) {
        try {
            var credential = JSON.readValue(
                    answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            var made = operations(new MapUserCredentialRepository(), owner)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            creation(challenge, owner, List.of()), new RelyingPartyPublicKey(credential, "")));
            return Optional.of(stored(made));
        } catch (WebAuthnException | IllegalArgumentException | NullPointerException | JacksonException refused) {
            return Optional.empty();
        }
    }

    private Webauthn4JRelyingPartyOperations operations(MapUserCredentialRepository keys, Owner owner) {
        var owners = new MapPublicKeyCredentialUserEntityRepository();
        owners.save(owner.entity());
        return new Webauthn4JRelyingPartyOperations(owners, keys, party, Set.of(site.origin()));
    }

    private static StoredKey stored(CredentialRecord made) {
        return new StoredKey(
                made.getCredentialId().getBytes(),
                made.getPublicKey().getBytes(),
                bytes(made.getAttestationObject()),
                bytes(made.getAttestationClientDataJSON()),
                made.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .collect(Collectors.joining(" ")),
                made.getSignatureCount(),
                made.isBackupState());
    }

    private static byte[] bytes(@org.jspecify.annotations.Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    String requestOptions(byte[] challenge) {
        return JSON.writeValueAsString(request(challenge));
    }

    private PublicKeyCredentialRequestOptions request(byte[] challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(new Bytes(challenge))
                .rpId(site.host())
                .timeout(PATIENCE)
                .allowCredentials(List.of())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    /** The signature count that the device tells, when the key signed this challenge; empty when it did not. */
    Optional<Long> signed(String answer, byte[] challenge, StoredKey key, Owner owner) {
        try {
            var credential =
                    JSON.readValue(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var keys = new MapUserCredentialRepository();
            keys.save(record(key, owner));
            operations(keys, owner).authenticate(new RelyingPartyAuthenticationRequest(request(challenge), credential));
            return Optional.ofNullable(keys.findByCredentialId(new Bytes(key.credentialId())))
                    .map(CredentialRecord::getSignatureCount);
        } catch (WebAuthnException | IllegalArgumentException | NullPointerException | JacksonException refused) {
            return Optional.empty();
        }
    }

    private static CredentialRecord record(StoredKey key, Owner owner) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(key.credentialId()))
                .userEntityUserId(new Bytes(owner.handle()))
                .publicKey(new ImmutablePublicKeyCose(key.publicKey()))
                .attestationObject(new Bytes(key.attestation()))
                .attestationClientDataJSON(new Bytes(key.clientData()))
                .transports(Arrays.stream(key.transports().split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .signatureCount(key.signatureCount())
                .label("")
                .build();
    }

    /** What an answer says of itself before it is believed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Claimed(byte[] challenge, byte[] credentialId) {}

    /** Which challenge is answered by which key; empty when the answer cannot be read. */
    static Optional<Claimed> claimed(String answer) {
        try {
            var read = JSON.readTree(answer);
            var client = Base64.getUrlDecoder()
                    .decode(read.path("response").path("clientDataJSON").asString(""));
            return Optional.of(new Claimed(
                    Base64.getUrlDecoder()
                            .decode(JSON.readTree(client).path("challenge").asString("")),
                    Base64.getUrlDecoder().decode(read.path("rawId").asString(""))));
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
