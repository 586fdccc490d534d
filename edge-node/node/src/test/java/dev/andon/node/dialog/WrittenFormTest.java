package dev.andon.node.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenFormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    what does fault e forty two mean | what does fault E42 mean
                    fault echo four two | fault E42
                    fault four hundred twelve | fault 412
                    fault four hundred and twelve on the filler | fault 412 on the filler
                    alarm zero four two | alarm 042
                    fault four twelve | fault 412
                    error code seven thirty one on line two | error code 731 on line 2
                    press three twenty bolts | press 3 20 bolts
                    code e four twelve | code E412
                    alarm oh four two | alarm 042
                    code f seven | code F7
                    code i | code I
                    error a | error A
                    error a three | error A3
                    can i replace a belt | can i replace a belt
                    i replaced a hundred bolts | i replaced a hundred bolts
                    the m ten bolts | the M10 bolts
                    m eight by twenty | M8x20
                    m ten by one point five | M10x1.5
                    e dash forty two | E-42
                    e minus forty two | E-42
                    e hyphen forty two | E-42
                    echo dash four two | E-42
                    e four two | E42
                    e zero four two | E042
                    m eight times twenty | M8x20
                    torque of m eight by twenty | torque of M8x20
                    m10 by one point five | m10 by 1.5
                    h p sixty three dash one zero zero four dash zero two | HP63-1004-02
                    p x two dash twenty two seventeen dash zero two | PX2-2217-02
                    g thirty three point one | G33.1
                    g thirty three dot one | G33.1
                    p n o z slash x three | PNOZ/X3
                    set the dot to one | set the dot to 1
                    three times a day | 3 times a day
                    six e s seven three one five dash two e h one four | 6 ES7315-2EH14
                    two point five bar | 2.5 bar
                    one hundred and the belt | 100 and the belt
                    two thousand five hundred rpm | 2500 rpm
                    press three | press 3
                    line one | line 1
                    twenty one | 21
                    one thousand | 1000
                    mike ten | M10
                    the hotel is closed | the hotel is closed
                    o ring | o ring
                    v belt | v belt
                    revision c | revision C
                    revision b of the manual | revision B of the manual
                    What does fault E-42 mean? | What does fault E-42 mean?
                    torque for M10x1.5 at 45 N·m | torque for M10x1.5 at 45 N·m
                    point | point
                    two point | 2 point
                    """)
    void writesWhatWasSaid(String said, String written) {
        assertThat(WrittenForm.of(said)).isEqualTo(written);
    }
}
