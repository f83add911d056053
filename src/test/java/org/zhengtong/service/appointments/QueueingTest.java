package org.zhengtong.service.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

/** People book, move and cancel within limits; in the hall they are called in turn, and how long they waited is counted. */
@PlatformTest
class QueueingTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 5, 12);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext platform;

    @Autowired
    SettableClock clock;

    @Autowired
    Appointments appointments;

    @Autowired
    Queue queue;

    CaseworkFixtures cast;
    Hall hall;

    @BeforeEach
    void cast() {
        clock.set("2026-05-11T08:00");
        cast = CaseworkFixtures.of(platform);
        hall = appointments.requireHall("jinan");
        giveAllUp();
    }

    /** Other tests let her book, too. */
    private void giveAllUp() {
        appointments.mine(cast.wangHaiyan()).forEach(one -> appointments.cancel(one.code(), cast.wangHaiyan()));
    }

    @AfterEach
    void monday_again() {
        giveAllUp();
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void a_time_is_booked_moved_and_given_up_without_scripts() {
        var wang = Visitor.at(port).signedInAs("王海燕");
        var times = wang.open("/appointments/jinan/advice?day=2026-05-12");
        var refused = times.press("预约");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorAt("time")).contains("请选一个时间");

        var mine = times.form("预约").fill("time", "2026-05-12T10:00").submit();
        assertThat(mine.text()).contains("5月12日").contains("10:00").contains("已预约");

        var moved =
                mine.follow("改时间").form("预约").fill("time", "2026-05-11T14:00").submit();
        assertThat(moved.text()).contains("14:00").contains("已取消");

        var given = moved.press("取消预约");
        assertThat(given.text()).doesNotContain("已预约");
    }

    @Test
    void nobody_books_more_than_the_limit_nor_a_time_that_is_not_offered() {
        var wang = cast.wangHaiyan();
        assertThat(book(wang, TUESDAY, "09:00")).isInstanceOf(BookOutcome.Booked.class);
        assertThat(book(wang, TUESDAY, "09:30")).isInstanceOf(BookOutcome.Booked.class);
        assertThat(book(wang, TUESDAY, "10:00")).isEqualTo(new BookOutcome.TooMany(2));

        assertThat(book(wang, TUESDAY, "12:30")).isInstanceOf(BookOutcome.NotOffered.class);
        assertThat(book(wang, LocalDate.of(2026, 5, 16), "09:00")).isInstanceOf(BookOutcome.NotOffered.class);
        assertThat(book(wang, LocalDate.of(2026, 5, 8), "09:00")).isInstanceOf(BookOutcome.NotOffered.class);
        assertThat(book(wang, LocalDate.of(2026, 7, 13), "09:00")).isInstanceOf(BookOutcome.NotOffered.class);
    }

    @Test
    void a_full_time_takes_nobody_more() {
        for (var staff : new String[] {"jn-0101", "jn-0102", "jn-0201", "jn-0202"}) {
            assertThat(book(cast.staff(staff), TUESDAY, "15:00")).isInstanceOf(BookOutcome.Booked.class);
        }

        assertThat(book(cast.wangHaiyan(), TUESDAY, "15:00")).isInstanceOf(BookOutcome.Full.class);
        assertThat(Visitor.at(port)
                        .open("/appointments/jinan/enterprise?day=2026-05-12")
                        .text())
                .contains("约满了");
    }

    @Test
    void who_misses_three_within_ninety_days_cannot_book() {
        var zhao = cast.staff("jn-0203");
        for (var day : new String[] {"2026-05-13", "2026-05-14", "2026-05-15"}) {
            clock.set(day + "T08:00");
            assertThat(book(zhao, LocalDate.parse(day), "16:00")).isInstanceOf(BookOutcome.Booked.class);
        }
        clock.set("2026-05-18T08:00");

        assertThat(book(zhao, LocalDate.of(2026, 5, 19), "16:00")).isEqualTo(new BookOutcome.MissedTooMany(3, 90));
        clock.set("2026-09-01T08:00");
        assertThat(book(zhao, LocalDate.of(2026, 9, 2), "16:00")).isInstanceOf(BookOutcome.Booked.class);
    }

    @Test
    void people_are_called_in_turn_and_the_display_shows_it() {
        clock.set("2026-06-01T08:50");
        var sun = cast.sunJingAtTheWindow();
        var advice = hall.business("advice").orElseThrow();
        var booked = ((BookOutcome.Booked) appointments.book(
                        new Appointments.Wish("jinan", "advice", LocalDate.of(2026, 6, 1), LocalTime.of(9, 0)),
                        null,
                        cast.wangHaiyan()))
                .appointment();
        var walkIn = queue.walkIn(hall, advice, sun);
        var counter = Visitor.at(port).signedInAs("孙静").open("/staff/queue/jinan?counter=3号窗口");
        var wrong = counter.form("到场取号").fill("code", "ZZZZZZZZ").submit();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.errors()).singleElement().asString().contains("没有这个今天的预约");
        wrong.form("到场取号")
                .fill("code", booked.code().toLowerCase(java.util.Locale.ROOT))
                .submit();
        assertThat(queue.arrive(hall, booked.code(), sun)).isEmpty();

        clock.set("2026-06-01T09:10");
        var called = counter.press("叫下一个");
        assertThat(called.text()).contains("C002").contains("请到 3号窗口");
        assertThat(Visitor.at(port).open("/halls/jinan/calls").html().text())
                .contains("C002")
                .contains("3号窗口")
                .contains("1 人在等");

        assertThat(called.press("再叫一次").status()).isEqualTo(200);
        assertThat(called.press("企业登记").status()).isEqualTo(200);
        var transferred = queue.next(hall, "5号窗口", hall.business("enterprise").orElseThrow(), sun)
                .orElseThrow();
        assertThat(transferred.number()).isEqualTo("C002");
        assertThat(queue.act(hall, transferred.id(), Queue.Act.SKIP, sun)).isTrue();
        assertThat(queue.act(hall, transferred.id(), Queue.Act.DONE, sun)).isFalse();
        var last = queue.next(hall, "3号窗口", null, sun).orElseThrow();
        assertThat(last.id()).isEqualTo(walkIn.id());
        assertThat(queue.act(hall, last.id(), Queue.Act.DONE, sun)).isTrue();
        assertThat(queue.next(hall, "3号窗口", null, sun)).isEmpty();

        var day = LocalDate.of(2026, 6, 1);
        assertThat(queue.waitingTimes(hall, day, day, sun))
                .filteredOn(one -> one.business().equals("advice"))
                .singleElement()
                .satisfies(one -> assertThat(one.p90()).isEqualTo(Duration.ofMinutes(20)));
        var csv = Visitor.at(port)
                .signedInAs("孙静")
                .open("/staff/queue/jinan/waiting-times.csv?from=2026-06-01&until=2026-06-01");
        assertThat(new String(csv.bytes(), StandardCharsets.UTF_8)).contains("咨询和帮办,1,20,20");
    }

    @Test
    void the_queue_is_for_the_counter_and_unknown_halls_are_not_found() {
        assertThat(Visitor.at(port).signedInAs("刘思远").open("/staff/queue").status())
                .isEqualTo(403);
        assertThat(Visitor.at(port).open("/halls/nowhere/calls").status()).isEqualTo(404);
        assertThat(Visitor.at(port).open("/appointments/jinan/nothing").status())
                .isEqualTo(404);
        var counter = Visitor.at(port).signedInAs("孙静").open("/staff/queue");
        assertThat(counter.form("叫下一个").fill("counter", " ").submit().errors())
                .singleElement()
                .asString()
                .contains("请填写窗口号");
    }

    private BookOutcome book(CurrentUser person, LocalDate day, String time) {
        return appointments.book(
                new Appointments.Wish("jinan", "enterprise", day, LocalTime.parse(time)), null, person);
    }
}
