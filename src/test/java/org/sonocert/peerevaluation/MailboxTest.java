package org.sonocert.peerevaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonocert.core.Rejected;

class MailboxTest {

  @ParameterizedTest
  @CsvSource({
    "ana.ruiz@hospital.example, ana.ruiz@hospital.example",
    "ana.ruiz@hospital.example, Ana.Ruiz@Hospital.Example",
    "ana.ruiz@hospital.example, anaruiz@hospital.example",
    "ana.ruiz@hospital.example, ana.ruiz+pocus@hospital.example",
    "ana.ruiz@hospital.example, a.n.a.r.u.i.z+x+y@HOSPITAL.example",
    "'ana.ruiz@hospital.example', '  ana.ruiz@hospital.example '",
    "ana@gmail.com, ana@googlemail.com",
    "ana@gmail.com, a.n.a+1@GoogleMail.com",
    "ana@münchen.example, ana@xn--mnchen-3ya.example",
    "ana@hospital.example, ａｎａ@hospital.example",
  })
  void theseReachTheSameMailbox(String one, String other) {
    assertThat(Mailbox.of(one)).isEqualTo(Mailbox.of(other));
    assertThat(Mailbox.of(one).hash()).isEqualTo(Mailbox.of(other).hash());
  }

  @ParameterizedTest
  @CsvSource({
    "ana@hospital.example, ana@clinic.example",
    "ana@hospital.example, anna@hospital.example",
    "ana@hospital.example, ana@sub.hospital.example",
    "ana-ruiz@hospital.example, anaruiz@hospital.example",
    "+ana@hospital.example, +bea@hospital.example",
  })
  void theseAreTwoMailboxes(String one, String other) {
    assertThat(Mailbox.of(one)).isNotEqualTo(Mailbox.of(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana@hospital.example\r\nBcc: all@hospital.example",
        "ana@hospital.example\n",
        "ana\r@hospital.example",
        "ana\u0000@hospital.example",
      })
  void aLineBreakIsRefusedAsSuch(String typed) {
    assertThatThrownBy(() -> Mailbox.of(typed))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.rejection().code()).isEqualTo("address-line-break"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ana",
        "ana@",
        "@hospital.example",
        "ana@hospital",
        "ana@@hospital.example",
        "ana@hospital.example,bea@hospital.example",
        "ana bea@hospital.example",
        "Ana <ana@hospital.example>",
        "\"ana\"@hospital.example",
        ".ana@hospital.example",
        "ana.@hospital.example",
        "a..na@hospital.example",
        "ana@-hospital.example",
        "ana@hospital..example",
        "ana@[127.0.0.1]",
        "ana@hospital.example%0d%0aBcc",
      })
  void whatIsNoSingleAddressIsRefused(String typed) {
    assertThatThrownBy(() -> Mailbox.of(typed))
        .isInstanceOfSatisfying(
            Rejected.class,
            r -> assertThat(r.rejection().code()).isEqualTo("address-unknown-form"));
  }

  @ParameterizedTest
  @CsvSource({
    "Ana.Ruiz+pocus@Hospital.Example, ana.ruiz+pocus@hospital.example",
    "ana@münchen.example, ana@xn--mnchen-3ya.example",
  })
  void mailGoesToTheAddressThatWasTyped(String typed, String address) {
    assertThat(Mailbox.address(typed)).isEqualTo(address);
  }
}
