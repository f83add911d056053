package org.zhengtong.journey;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Another system with another library for OpenID Connect: a little web server that its users are sent back to. */
final class ForeignSystem implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<URI> answers = new LinkedBlockingQueue<>();
    private final CodeVerifier verifier = new CodeVerifier();
    private final State state = new State();
    private final Nonce nonce = new Nonce();
    private final OIDCProviderMetadata provider;
    private ClientID client = new ClientID("none");
    private Secret secret = new Secret("none");

    ForeignSystem(int providerPort) throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().startsWith("/callback")) {
                answers.add(exchange.getRequestURI());
            }
            var page = "<html lang=\"en\"><title>foreign</title><main>foreign system</main>"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        provider = OIDCProviderMetadata.resolve(new Issuer("http://localhost:" + providerPort));
    }

    String callback() {
        return "http://localhost:" + server.getAddress().getPort() + "/callback";
    }

    String afterLogout() {
        return "http://localhost:" + server.getAddress().getPort() + "/bye";
    }

    void connected(String clientId, String clientSecret) {
        client = new ClientID(clientId);
        secret = new Secret(clientSecret);
    }

    OIDCProviderMetadata provider() {
        return provider;
    }

    AuthenticationRequest.Builder request() {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "profile"), client, URI.create(callback()))
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce);
    }

    URI signIn() {
        return request()
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    URI answer() throws InterruptedException {
        var answer = answers.poll(20, TimeUnit.SECONDS);
        if (answer == null) {
            throw new AssertionError("Nobody came back");
        }
        return answer;
    }

    AuthorizationCode code(URI answer) throws Exception {
        var response = AuthenticationResponseParser.parse(answer);
        if (!response.indicatesSuccess()) {
            throw new AssertionError(response.toErrorResponse().getErrorObject());
        }
        if (!response.getState().equals(state)) {
            throw new AssertionError("Another state");
        }
        return response.toSuccessResponse().getAuthorizationCode();
    }

    TokenResponse exchange(AuthorizationCode code) throws Exception {
        return exchange(code, verifier, secret);
    }

    TokenResponse exchange(AuthorizationCode code, CodeVerifier with, Secret by) throws Exception {
        var grant = new AuthorizationCodeGrant(code, URI.create(callback()), with);
        var request = new TokenRequest.Builder(provider.getTokenEndpointURI(), new ClientSecretBasic(client, by), grant)
                .build();
        return OIDCTokenResponseParser.parse(request.toHTTPRequest().send());
    }

    Secret secret() {
        return secret;
    }

    IDTokenClaimsSet validated(OIDCTokens tokens) throws Exception {
        return new IDTokenValidator(
                        provider.getIssuer(),
                        client,
                        com.nimbusds.jose.JWSAlgorithm.ES256,
                        provider.getJWKSetURI().toURL())
                .validate(tokens.getIDToken(), nonce);
    }

    UserInfo userInfo(OIDCTokens tokens) throws Exception {
        var answer = new UserInfoRequest(
                        provider.getUserInfoEndpointURI(),
                        new BearerAccessToken(tokens.getAccessToken().getValue()))
                .toHTTPRequest()
                .send();
        return UserInfoResponse.parse(answer).toSuccessResponse().getUserInfo();
    }

    int userInfoStatus(OIDCTokens tokens) throws Exception {
        return new UserInfoRequest(
                        provider.getUserInfoEndpointURI(),
                        new BearerAccessToken(tokens.getAccessToken().getValue()))
                .toHTTPRequest()
                .send()
                .getStatusCode();
    }

    URI signOut(OIDCTokens tokens) {
        return new LogoutRequest(
                        provider.getEndSessionEndpointURI(), tokens.getIDToken(), URI.create(afterLogout()), state)
                .toURI();
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
    }
}
