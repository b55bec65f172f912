academyFind.take("lbdiejdgihic","f-practice",[["joint-work","Joint work",0,"c"],["shared-visits","Shared visits",0,"aabaabdacbacbab"]]);
