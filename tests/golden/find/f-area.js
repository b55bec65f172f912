academyFind.take("lbdiejdgihic","f-area",[["vale","The Vale",0,"aabaabaaaaaaaaaaaaaaaaaaa"],["ashby","Ashby",1,"acaabaaaaabaaaacaca"],["brookvale","Brookvale",1,"bieddc"]]);
